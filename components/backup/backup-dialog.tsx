/**
 * 备份与恢复: one file out, one file in. A file is first held against the library; nothing is written before the person
 * has seen what it would do.
 */
import { Download, Upload } from 'lucide-preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { BackupPhase, BackupStore } from '@/lib/state/backup-store';
import { errorNext, errorText } from '@/lib/state/error-text';
import type { FolderBackup } from '@/lib/state/folder-backup';
import type { KeptCopy } from '@/lib/store/contract';
import { Button } from '../common/button';
import { Dialog } from '../common/dialog';
import { UnreadNote } from '../common/unread-note';
import { useI18n } from '../i18n';
import { FolderSection } from './folder-section';
import { ImportPlanView } from './import-plan-view';
import { MarkedNote } from './marked-note';

export interface BackupDialogProps {
  backup: BackupStore;
  folder: FolderBackup;
  onClose: () => void;
}

const ICON = { size: 14, 'aria-hidden': true } as const;

export function BackupDialog({ backup, folder, onClose }: BackupDialogProps) {
  const { t } = useI18n();
  const picker = useRef<HTMLInputElement>(null);
  const author = useId();
  const phase = backup.phase.value;
  const busy = phase.state === 'running';
  const copies = backup.copies.value;
  const { marked } = backup;
  const [asked, ask] = useState(0);
  useEffect(() => {
    // Every clip is looked at, which a backup or a restore would have to wait for.
    if (busy) return;
    const gone = new AbortController();
    void marked.look(gone.signal);
    return () => gone.abort();
  }, [marked, busy, asked]);
  const close = () => {
    backup.stop();
    onClose();
  };
  return (
    <Dialog
      title={t('backup.title')}
      onClose={close}
      foot={
        phase.state === 'planned' && (
          <Button tone="primary" onClick={() => void backup.restore()}>
            {t('backup.restore')}
          </Button>
        )
      }
    >
      <div class="settings">
        <section>
          <p class="hint-text">{t('backup.about')}</p>
          <MarkedNote marked={marked} onRetry={() => ask(asked + 1)} />
          <Button icon={<Download {...ICON} />} disabled={busy} onClick={() => void backup.write()}>
            {t('backup.write')}
          </Button>
        </section>
        <section>
          <h3>{t('backup.restoreTitle')}</h3>
          <p class="hint-text">{t('backup.restoreHint')}</p>
          <label class="field" for={author}>
            <span>{t('backup.author')}</span>
            <input
              id={author}
              class="input"
              type="text"
              maxLength={40}
              disabled={busy || phase.state === 'planned'}
              value={backup.author.value}
              onInput={(event) => {
                backup.author.value = event.currentTarget.value;
              }}
            />
          </label>
          <Button icon={<Upload {...ICON} />} disabled={busy} onClick={() => picker.current?.click()}>
            {t('backup.choose')}
          </Button>
          <input
            ref={picker}
            type="file"
            accept=".zip,.jsonl,.gz,application/zip"
            hidden
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) void backup.inspect(file);
              event.currentTarget.value = '';
            }}
          />
        </section>
        <Progress phase={phase} onStop={backup.stop} />
        <FolderSection folder={folder} marked={marked.found.value?.clips ?? null} />
        {backup.copiesError.value && (
          <UnreadNote
            what={t('backup.copiesUnread')}
            error={backup.copiesError.value}
            onRetry={() => void backup.lookForCopies()}
          />
        )}
        {copies.length > 0 && (
          <section>
            <h3>{t('backup.copiesTitle')}</h3>
            <p class="hint-text">{t('backup.copiesHint')}</p>
            <ul class="sites">
              {copies.map((copy) => (
                <Copy key={copy.shape} copy={copy} backup={backup} disabled={busy} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}

/** The library as it was before an upgrade: to be kept elsewhere, or to be held against the present one. */
function Copy({ copy, backup, disabled }: { copy: KeptCopy; backup: BackupStore; disabled: boolean }) {
  const { t, date, number } = useI18n();
  const day = date(copy.at);
  return (
    <li>
      <span>
        {day} <span class="muted">{t('backup.copySize', number(Math.max(1, Math.round(copy.file.size / 1024))))}</span>
      </span>
      <div class="settings-row">
        <Button
          size="s"
          disabled={disabled}
          aria-label={t('backup.saveCopyOf', day)}
          onClick={() => backup.saveCopy(copy)}
        >
          {t('backup.saveCopy')}
        </Button>
        <Button
          size="s"
          disabled={disabled}
          aria-label={t('backup.inspectCopyOf', day)}
          onClick={() => void backup.inspect(copy.file)}
        >
          {t('backup.inspectCopy')}
        </Button>
      </div>
    </li>
  );
}

function Progress({ phase, onStop }: { phase: BackupPhase; onStop: () => void }) {
  const { t, n, number, say } = useI18n();
  return (
    <div aria-live="polite">
      {phase.state === 'running' && (
        <div class="job backup-job">
          <p>{t(`backup.running_${phase.work}`, number(phase.done), number(phase.total))}</p>
          <progress
            aria-label={t('backup.progress')}
            {...(phase.total > 0 && { value: phase.done, max: phase.total })}
          />
          <Button size="s" onClick={onStop}>
            {t('common.cancel')}
          </Button>
        </div>
      )}
      {phase.state === 'written' && <p>{n('backup.written', phase.clips, phase.name)}</p>}
      {phase.state === 'written' && phase.missing && <p class="notice">{t(`backup.missing_${phase.missing}`)}</p>}
      {phase.state === 'restored' && <p>{t('backup.restored')}</p>}
      {(phase.state === 'planned' || phase.state === 'restored') && <ImportPlanView plan={phase.plan} />}
      {phase.state === 'failed' && (
        <div class="notice problem" role="alert">
          <div>
            <p>
              <b>{say(errorText(phase.error))}</b>
            </p>
            <p>{say(errorNext(phase.error))}</p>
            {phase.detail && <p class="hint-text">{phase.detail}</p>}
          </div>
        </div>
      )}
    </div>
  );
}
