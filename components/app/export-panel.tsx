/** Fetches what is to be exported and hands it to the dialog. */

import { Inbox } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { Clip } from '@/lib/core/model/clip';
import type { Result } from '@/lib/core/model/failure';
import { Dialog } from '../common/dialog';
import { EmptyState } from '../common/empty-state';
import { Unanswered } from '../common/unanswered';
import { ExportDialog } from '../export/export-dialog';
import { useI18n } from '../i18n';
import { useServices } from '../services';

export interface ExportPanelProps {
  onClose: () => void;
}

export function ExportPanel({ onClose }: ExportPanelProps) {
  const { app, library, comparison, settings, actions } = useServices();
  const { t } = useI18n();
  const { base, ids } = app.exporting.value;
  const [answer, setAnswer] = useState<Result<readonly Clip[]> | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let live = true;
    void library.clipsOf(ids).then((found) => live && setAnswer(found));
    return () => {
      live = false;
    };
  }, [library, ids, tries]);
  if (!answer) return null;
  if (!answer.ok) {
    return (
      <Dialog title={t('library.export')} onClose={onClose}>
        <Unanswered error={answer.error} onRetry={() => setTries(tries + 1)} />
      </Dialog>
    );
  }
  const clips = answer.value;
  if (clips.length === 0) {
    return (
      <Dialog title={t('library.export')} onClose={onClose}>
        <EmptyState icon={<Inbox size={28} stroke-width={1.5} aria-hidden="true" />} title={t('library.emptyTitle')}>
          <p>{t('library.emptyText')}</p>
        </EmptyState>
      </Dialog>
    );
  }
  return (
    <ExportDialog
      clips={clips}
      base={base === 'collection' ? 'collection' : 'selection'}
      compared={base === 'comparison' ? { table: comparison.table.value, matrix: comparison.matrix.value } : null}
      options={{ edition: settings.values.value.citationEdition }}
      now={actions.now}
      pictureOf={library.picture}
      onCopy={actions.copy}
      onSave={actions.save}
      onClose={onClose}
    />
  );
}
