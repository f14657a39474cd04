/** How far a long export is, and the way to stop it; said aloud when it ends. */
import type { ExportJobState } from '@/lib/state/export-job';
import { Button } from '../common/button';
import { useI18n } from '../i18n';

export interface JobLineProps {
  state: ExportJobState;
  onStop: () => void;
}

export function JobLine({ state, onStop }: JobLineProps) {
  const { t, number } = useI18n();
  return (
    <div class="job">
      <p role="status">
        {state.state === 'writing' && t('export.writing', number(state.written))}
        {state.state === 'done' && state.name !== '' && t('export.downloaded', state.name)}
        {state.state === 'done' && state.name === '' && t('export.copied')}
        {state.state === 'stopped' && t('export.stopped')}
        {state.state === 'failed' && t('export.failed')}
      </p>
      {state.state === 'writing' && (
        <Button size="s" onClick={onStop}>
          {t('export.stop')}
        </Button>
      )}
    </div>
  );
}
