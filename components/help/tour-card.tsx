/** The first-run tour as a quiet card above the view: one step, one button, and the way out. */
import { GraduationCap } from 'lucide-preact';
import { TOUR_STEPS, type TourStep } from '@/lib/state/tour';
import { Button } from '../common/button';
import { useI18n } from '../i18n';

export interface TourCardProps {
  step: TourStep;
  onAct: () => void;
  onDismiss: () => void;
}

export function TourCard({ step, onAct, onDismiss }: TourCardProps) {
  const { t } = useI18n();
  const at = TOUR_STEPS.indexOf(step);
  return (
    <section class="tour" aria-label={t('tour.title')}>
      <h2>
        <GraduationCap size={16} aria-hidden="true" />
        {t(`tour.${step}.title`)}
        <span>{t('tour.step', at + 1, TOUR_STEPS.length)}</span>
      </h2>
      <ol aria-hidden="true">
        {TOUR_STEPS.map((name, index) => (
          <li key={name} class={index <= at ? 'done' : ''} />
        ))}
      </ol>
      <p>{t(`tour.${step}.text`)}</p>
      <footer>
        <Button tone="primary" size="s" onClick={onAct}>
          {t(`tour.${step}.action`)}
        </Button>
        <Button tone="ghost" size="s" onClick={onDismiss}>
          {t('tour.dismiss')}
        </Button>
        <span class="hint-text">{at === 0 ? t('tour.offline') : t('tour.later')}</span>
      </footer>
    </section>
  );
}
