/** What a backup file does to the library: counts by kind, and each kind's clips to look through. */
import type { ImportEntry, ImportKind, ImportPlan } from '@/lib/store/contract';
import { useI18n } from '../i18n';

export interface ImportPlanViewProps {
  plan: ImportPlan;
}

const KINDS = ['new', 'newer', 'united', 'conflict', 'refused', 'gone', 'same'] as const satisfies ImportKind[];
const REASONS: Readonly<Record<string, 'too_long' | 'too_deep' | 'no_json' | 'no_clip' | 'twice'>> = {
  'too-long': 'too_long',
  'too-deep': 'too_deep',
  'no-json': 'no_json',
  'no-clip': 'no_clip',
  twice: 'twice',
};

export function ImportPlanView({ plan }: ImportPlanViewProps) {
  const { t, n, date } = useI18n();
  const { manifest } = plan;
  return (
    <div class="import-plan">
      {manifest && (
        <p class="hint-text">
          {t('backup.madeOn', date(manifest.createdAt))} · {n('backup.clips', manifest.clips)}
        </p>
      )}
      {KINDS.filter((kind) => plan.counts[kind] > 0).map((kind) => (
        <details key={kind} open={kind === 'conflict' || kind === 'refused'}>
          <summary>
            <b>{n('backup.entries', plan.counts[kind])}</b> {t(`backup.kind_${kind}`)}
          </summary>
          <ol>
            {plan.lists[kind].map((entry) => (
              <Entry key={entry.line} entry={entry} />
            ))}
          </ol>
          {plan.lists[kind].length < plan.counts[kind] && (
            <p class="hint-text">{n('backup.more', plan.counts[kind] - plan.lists[kind].length)}</p>
          )}
        </details>
      ))}
      {plan.mended > 0 && <p class="hint-text">{n('backup.mended', plan.mended)}</p>}
    </div>
  );
}

function Entry({ entry: { line, title, reason, detail } }: { entry: ImportEntry }) {
  const { t } = useI18n();
  const why = reason === undefined ? undefined : REASONS[reason];
  return (
    <li>
      {title || t('backup.line', line)}
      {why && (
        <span class="muted">
          {' '}
          {t(`backup.refused_${why}`)} {detail}
        </span>
      )}
    </li>
  );
}
