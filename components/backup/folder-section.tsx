/** Backups by themselves into a folder: off, on, waiting to be allowed again, or not to be had in this browser. */
import { FolderSync, ShieldAlert } from 'lucide-preact';
import { errorNext, errorText } from '@/lib/state/error-text';
import type { FolderBackup } from '@/lib/state/folder-backup';
import { Button } from '../common/button';
import { useI18n } from '../i18n';

export interface FolderSectionProps {
  folder: FolderBackup;
  /** Clips of the library that bear a confidentiality mark; null while that is not known. */
  marked: number | null;
}

export function FolderSection({ folder: own, marked }: FolderSectionProps) {
  const { t, n, say, date } = useI18n();
  const folder = own.folder.value;
  const outcome = own.outcome.value;
  return (
    <section>
      <h3>{t('backup.folderTitle')}</h3>
      <p class="hint-text">{t(own.available ? 'backup.folderHint' : 'backup.folderNone')}</p>
      {folder && <p>{t(folder.allowed ? 'backup.folderOn' : 'backup.folderWaits', folder.name)}</p>}
      {folder && own.chosen.value && marked !== 0 && (
        <div class="notice" role="status" data-marked-folder>
          <ShieldAlert size={16} aria-hidden="true" />
          <p>{marked === null ? t('backup.folderMarkedUnread') : n('backup.folderMarked', marked)}</p>
        </div>
      )}
      {outcome && 'at' in outcome && <p role="status">{t('backup.folderWritten', date(outcome.at))}</p>}
      {outcome && 'error' in outcome && (
        <div class="notice problem" role="alert">
          <p>
            {say(errorText(outcome.error))} {say(errorNext(outcome.error))}
          </p>
        </div>
      )}
      {own.available && (
        <div class="settings-row">
          {folder && !folder.allowed && (
            <Button size="s" tone="primary" onClick={() => void own.allow()}>
              {t('backup.folderAllow')}
            </Button>
          )}
          <Button size="s" icon={<FolderSync size={14} aria-hidden="true" />} onClick={() => void own.choose()}>
            {t(folder ? 'backup.folderOther' : 'backup.folderChoose')}
          </Button>
          {folder && (
            <Button size="s" onClick={() => void own.turnOff()}>
              {t('backup.folderOff')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
