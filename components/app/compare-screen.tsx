/** 对比: the comparison of the chosen clips, or how to choose some. */
import { Columns2 } from 'lucide-preact';
import { Button } from '../common/button';
import { EmptyState } from '../common/empty-state';
import { useI18n } from '../i18n';
import { useServices } from '../services';

export function CompareScreen() {
  const { app, compare } = useServices();
  const { t } = useI18n();
  if (compare.clips.value.length === 0) {
    return (
      <EmptyState
        icon={<Columns2 size={28} stroke-width={1.5} aria-hidden="true" />}
        title={t('compare.emptyTitle')}
        actions={
          <Button
            onClick={() => {
              app.view.value = 'library';
            }}
          >
            {t('compare.goLibrary')}
          </Button>
        }
      >
        <p>{t('compare.emptyText')}</p>
      </EmptyState>
    );
  }
  return <p>{compare.clips.value.length}</p>;
}
