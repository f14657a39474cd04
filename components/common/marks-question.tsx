/** Asked once before material with confidentiality marks leaves the program: which marks, what happens to them. */
import { ShieldAlert } from 'lucide-preact';
import { useI18n } from '../i18n';
import { Button } from './button';

export interface MarksQuestionProps {
  marks: readonly string[];
  confirmed: boolean;
  onConfirm: () => void;
}

export function MarksQuestion({ marks, confirmed, onConfirm }: MarksQuestionProps) {
  const { t } = useI18n();
  return (
    <div class="notice marks-question" data-marks-question>
      <ShieldAlert size={16} aria-hidden="true" />
      <div>
        <p>
          <b>{t('export.marked', marks.join(t('common.separator')))}</b>
        </p>
        <p>{t('export.markedText')}</p>
      </div>
      {!confirmed && (
        <Button size="s" onClick={onConfirm}>
          {t('export.confirm')}
        </Button>
      )}
    </div>
  );
}
