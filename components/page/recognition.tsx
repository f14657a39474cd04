/** As what the document was recognised; unfolded: the reasons and the person's last word. */
import type { DocumentKind, Reading } from '@/lib/core/model/item';
import { Button } from '../common/button';
import { useI18n } from '../i18n';
import { Reasons } from './reasons';

export interface RecognitionProps {
  reading: Reading;
  sections: number;
  overruled: DocumentKind | null;
  onOverrule: (kind: DocumentKind | null) => void;
}

export function Recognition({ reading, sections, overruled, onOverrule }: RecognitionProps) {
  const { t, n } = useI18n();
  const kind = overruled ?? reading.verdict.kind;
  return (
    <details class="recognition">
      <summary>
        <span class="dotted">
          <span>
            {t('page.recognisedAs')} <b>{t(`kind.${kind}`)}</b>
            {overruled && ` (${t('page.overruled')})`}
          </span>
          {sections > 1 && <span>{n('page.sections', sections)}</span>}
          <span>{n('page.items', reading.items.length)}</span>
          <u>{t('page.why')}</u>
        </span>
      </summary>
      <Reasons verdict={reading.verdict} />
      <fieldset class="overrule">
        <legend class="sr-only">{t('page.overrule')}</legend>
        {kind !== 'bulletin' && (
          <Button size="s" onClick={() => onOverrule('bulletin')}>
            {t('page.asBulletin')}
          </Button>
        )}
        {kind !== 'policy' && (
          <Button size="s" onClick={() => onOverrule('policy')}>
            {t('page.asPolicy')}
          </Button>
        )}
        {kind !== 'none' && (
          <Button size="s" onClick={() => onOverrule('none')}>
            {t('page.asNone')}
          </Button>
        )}
        {overruled && (
          <Button size="s" onClick={() => onOverrule(null)}>
            {t('page.asFound')}
          </Button>
        )}
      </fieldset>
    </details>
  );
}
