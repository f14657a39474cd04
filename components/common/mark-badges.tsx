/** Confidentiality and handling marks, as the document prints them. */
import { ShieldAlert } from 'lucide-preact';
import { useI18n } from '../i18n';

export function MarkBadges({ marks }: { marks: readonly string[] }) {
  const { t } = useI18n();
  return marks.map((mark) => (
    <span class="badge red" key={mark} title={`${t('page.marks')} ${mark}`} data-mark>
      <ShieldAlert size={13} aria-hidden="true" />
      <span>{mark}</span>
    </span>
  ));
}
