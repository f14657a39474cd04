/** The first-run tour as one slim band above the view: where it stands, what to do, one button, and the way out. */
import { X } from 'lucide-preact';
import { TOUR_STEPS, type TourStep } from '@/lib/state/tour';
import { Button, IconButton } from '../common/button';
import { useI18n } from '../i18n';

export interface TourCardProps {
  /** What is to be done now. */
  step: TourStep;
  /** How far the person has come; never goes back. */
  at: TourStep;
  onAct: () => void;
  onDismiss: () => void;
}

export function TourCard({ step, at, onAct, onDismiss }: TourCardProps) {
  const { t } = useI18n();
  const done = TOUR_STEPS.indexOf(at) + 1;
  return (
    <section class="tour" aria-label={t('tour.title')}>
      <div class="tour-text">
        <h2>
          {t(`tour.${step}.title`)}
          <span>{t('tour.step', done, TOUR_STEPS.length)}</span>
        </h2>
        <p>{t(`tour.${step}.text`)}</p>
        {step === 'read' && <p class="hint-text">{t('tour.offline')}</p>}
      </div>
      <Button tone="primary" size="s" onClick={onAct}>
        {t(`tour.${step}.action`)}
      </Button>
      <IconButton
        label={t('tour.dismiss')}
        title={t('tour.later')}
        icon={<X size={14} aria-hidden="true" />}
        onClick={onDismiss}
      />
      <progress max={TOUR_STEPS.length} value={done} aria-hidden="true" />
    </section>
  );
}
