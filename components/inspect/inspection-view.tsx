/**
 * 识别详情: what was read in a tab, why, how long it took, and the whole reading as text to copy. For a person who wants to
 * know why something was missed, and for `npm run inspect`, which reads the `data-` attributes and answers the question
 * that comes before the text of marked material.
 */
import { useState } from 'preact/hooks';
import type { Reading } from '@/lib/core/model/item';
import { Button } from '../common/button';
import { MarksQuestion } from '../common/marks-question';
import { useI18n } from '../i18n';
import { Notices } from '../page/notices';
import { Reasons } from '../page/reasons';

export interface InspectionTimings {
  /** Main-thread milliseconds. */
  detect: number;
  parse: number;
  /** From asking to the document's text, waiting included. */
  read: number;
}

export interface InspectionViewProps {
  title: string;
  address: string;
  reading: Reading;
  timings: InspectionTimings;
  /** The reading as `npm run inspect` prints it. */
  json: string;
  onCopy: (text: string) => Promise<boolean>;
}

const STEPS = ['read', 'detect', 'parse'] as const;

export function InspectionView({ title, address, reading, timings, json, onCopy }: InspectionViewProps) {
  const { t, n, number } = useI18n();
  const [copied, setCopied] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const marks = reading.head.marks.map(({ value }) => value);
  const asking = marks.length > 0 && !confirmed;
  return (
    <main class="inspection">
      <header>
        <h1>{t('inspect.title')}</h1>
        <p class="inspection-document">{title}</p>
        {address && <p class="inspection-address">{address}</p>}
        <p class="dotted">
          <b>{t(`kind.${reading.verdict.kind}`)}</b>
          <span>{n('page.items', reading.items.length)}</span>
        </p>
      </header>
      <Notices notices={reading.notices} />
      <Reasons verdict={reading.verdict} />
      <table>
        <caption>{t('inspect.timings')}</caption>
        <tbody>
          {STEPS.map((step) => (
            <tr key={step}>
              <th scope="row">{t(`inspect.${step}`)}</th>
              <td>{t('inspect.milliseconds', number(Math.round(timings[step] * 100) / 100))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <section aria-labelledby="inspection-json">
        <div class="inspection-bar">
          <h2 id="inspection-json">{t('inspect.json')}</h2>
          <Button size="s" disabled={asking} onClick={async () => setCopied(await onCopy(json))}>
            {copied ? t('common.copied') : t('common.copy')}
          </Button>
        </div>
        {marks.length > 0 && <MarksQuestion marks={marks} confirmed={confirmed} onConfirm={() => setConfirmed(true)} />}
        {!asking && (
          <textarea readOnly data-reading aria-labelledby="inspection-json" spellcheck={false} value={json} />
        )}
      </section>
    </main>
  );
}

export interface InspectionFailureProps {
  text: string;
  next: string;
  /** For programs: the error code and its detail. */
  code: string;
}

export function InspectionFailure({ text, next, code }: InspectionFailureProps) {
  const { t } = useI18n();
  return (
    <main class="inspection">
      <h1>{t('inspect.title')}</h1>
      <p role="alert">{text}</p>
      <p>{next}</p>
      <p class="inspection-address" data-failure>
        {code}
      </p>
    </main>
  );
}
