/** Earlier states of a clip, newest first, each of which can be brought back. */
import { RotateCcw } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { Clip } from '@/lib/core/model/clip';
import type { Result } from '@/lib/core/model/failure';
import type { ClipVersion } from '@/lib/store/contract';
import { IconButton } from '../common/button';
import { UnreadNote } from '../common/unread-note';
import { useI18n } from '../i18n';

export interface ClipHistoryProps {
  clip: Clip;
  load: (id: string) => Promise<Result<ClipVersion[]>>;
  onRevert: (revision: number) => void;
}

export function ClipHistory({ clip, load, onRevert }: ClipHistoryProps) {
  const { t, moment } = useI18n();
  const [answer, setAnswer] = useState<Result<ClipVersion[]> | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let live = true;
    void load(clip.id).then((found) => live && setAnswer(found));
    return () => {
      live = false;
    };
  }, [clip.id, clip.revision, load, tries]);
  if (answer && !answer.ok) {
    return <UnreadNote what={t('detail.historyUnread')} error={answer.error} onRetry={() => setTries(tries + 1)} />;
  }
  const versions = answer?.value ?? [];
  if (versions.length === 0) return null;
  return (
    <details class="history">
      <summary>{t('detail.history')}</summary>
      <ol>
        {versions.map((version) => (
          <li key={version.revision}>
            <span class="history-when">{moment(version.at)}</span>
            <span class="history-what">
              {[version.corrections.title, version.tags.join(t('common.separator')), version.note]
                .filter(Boolean)
                .join(' · ') || '—'}
            </span>
            <IconButton
              label={t('detail.restoreVersion', version.revision)}
              icon={<RotateCcw size={13} aria-hidden="true" />}
              onClick={() => onRevert(version.revision)}
            />
          </li>
        ))}
      </ol>
    </details>
  );
}
