/** Many files at once: what each is, what was found in it, what is wrong with it; keep all, look at one. */
import { CircleCheck, FileWarning, LoaderCircle } from 'lucide-preact';
import type { BatchRow, BatchStore } from '@/lib/state/batch-store';
import { errorText } from '@/lib/state/error-text';
import { Button } from '../common/button';
import { Dialog } from '../common/dialog';
import { useI18n } from '../i18n';
import { BatchProblems } from './batch-problems';

export interface BatchDialogProps {
  batch: BatchStore;
  onClose: () => void;
  onShow: (id: string) => void;
}

export function BatchDialog({ batch, onClose, onShow }: BatchDialogProps) {
  const { t, n } = useI18n();
  const rows = batch.rows.value;
  const left = batch.left.value;
  const busy = batch.busy.value;
  const twins = batch.twins.value;
  return (
    <Dialog
      title={n('batch.title', rows.length)}
      onClose={onClose}
      wide
      foot={
        <>
          {twins > 0 && (
            <label class="check batch-twins">
              <input
                type="checkbox"
                checked={batch.skipTwins.value}
                onChange={({ currentTarget }) => {
                  batch.skipTwins.value = currentTarget.checked;
                }}
              />
              <span>{n('batch.skipTwins', twins)}</span>
            </label>
          )}
          {busy && <Button onClick={batch.stop}>{t('page.stop')}</Button>}
          <Button tone="primary" disabled={left === 0} onClick={() => void batch.clipAll()}>
            {left === 0 && !busy ? t('page.allClipped') : n('batch.clipAll', left)}
          </Button>
        </>
      }
    >
      {batch.gaps.value.map(({ title, missing }) => (
        <p class="notice" key={title}>
          {t('batch.gap', title, missing.join(t('common.separator')))}
        </p>
      ))}
      <table class="batch">
        <thead>
          <tr>
            <th scope="col">{t('batch.file')}</th>
            <th scope="col">{t('batch.document')}</th>
            <th scope="col">{t('batch.issue')}</th>
            <th scope="col">{t('batch.items')}</th>
            <th scope="col">{t('batch.problems')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} skipTwins={batch.skipTwins.value} onShow={() => onShow(row.id)} />
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

interface RowProps {
  row: BatchRow;
  skipTwins: boolean;
  onShow: () => void;
}

function Row({ row: { name, at, kept }, skipTwins, onShow }: RowProps) {
  const { t, n, say } = useI18n();
  const file = (
    <th scope="row">
      <button type="button" class="link" disabled={at.state === 'waiting' || at.state === 'reading'} onClick={onShow}>
        {name}
      </button>
    </th>
  );
  if (at.state === 'read') {
    return (
      <tr class={skipTwins && at.twin !== null ? 'skipped' : undefined}>
        {file}
        <td>
          {at.title} <span class="batch-kind">{t(`batch.kind.${at.kind}`)}</span>
        </td>
        <td>{at.issueNumber ?? '—'}</td>
        <td>
          {n('page.items', at.items)}
          {kept > 0 && (
            <span class="batch-kept">
              <CircleCheck size={13} aria-hidden="true" /> {t('batch.kept', kept)}
            </span>
          )}
        </td>
        <td class="batch-problem-cell">
          <BatchProblems notices={at.notices} twin={at.twin} skipped={skipTwins} nothing={at.items === 0} />
        </td>
      </tr>
    );
  }
  return (
    <tr>
      {file}
      <td colSpan={4} class="batch-state">
        {at.state === 'waiting' && t('batch.waiting')}
        {at.state === 'reading' && (
          <>
            <LoaderCircle size={13} aria-hidden="true" />{' '}
            {at.total > 0 ? t('page.readingPages', at.done, at.total) : t('page.reading')}
          </>
        )}
        {at.state === 'failed' && (
          <>
            <FileWarning size={13} aria-hidden="true" /> {say(errorText(at.error))}
          </>
        )}
      </td>
    </tr>
  );
}
