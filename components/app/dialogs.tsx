/** The dialog in front, one at a time. */

import { BackupDialog } from '../backup/backup-dialog';
import { BatchDialog } from '../batch/batch-dialog';
import { Button } from '../common/button';
import { Dialog } from '../common/dialog';
import { ShortcutsDialog } from '../help/shortcuts-dialog';
import { useI18n } from '../i18n';
import { DetailsDialog } from '../page/details-dialog';
import { useServices } from '../services';
import { SettingsDialog } from '../settings/settings-dialog';
import { ExportPanel } from './export-panel';

export function Dialogs() {
  const { app, backup, folder, batch, host, library } = useServices();
  const close = () => {
    app.dialog.value = null;
  };
  const page = host.page.value;
  switch (app.dialog.value) {
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />;
    case 'details':
      return page ? <DetailsDialog page={page} onClose={close} /> : null;
    case 'backup':
      return <BackupDialog backup={backup} folder={folder} onClose={close} />;
    case 'batch':
      return (
        <BatchDialog
          batch={batch}
          onClose={close}
          onShow={(id) => {
            const source = batch.source(id);
            if (!source) return;
            close();
            app.view.value = 'page';
            host.openFile(source);
          }}
        />
      );
    case 'export':
      return <ExportPanel onClose={close} />;
    case 'purge':
      return (
        <PurgeDialog
          count={library.selection.count.value}
          onClose={close}
          onPurge={() => {
            close();
            void library.purgeSelected();
          }}
        />
      );
    default:
      return null;
  }
}

interface PurgeDialogProps {
  count: number;
  onClose: () => void;
  onPurge: () => void;
}

/** The one act that cannot be undone asks before it is done. */
function PurgeDialog({ count, onClose, onPurge }: PurgeDialogProps) {
  const { t, n } = useI18n();
  return (
    <Dialog
      title={t('library.purge')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="danger" onClick={onPurge}>
            {t('library.purge')}
          </Button>
        </>
      }
    >
      <p>{n('library.purgeAsk', count)}</p>
    </Dialog>
  );
}
