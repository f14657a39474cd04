/**
 * Head of the document in its own red: title, issue, date, issuers, province, classification marks; as what it was
 * recognised, why (on demand), and the way to say otherwise.
 */
import { BookmarkPlus, BookOpenText, Check, FileX } from 'lucide-preact';
import type { DocumentKind, Reading } from '@/lib/core/model/item';
import type { Span } from '@/lib/core/model/span';
import { Button } from '../common/button';
import { FieldWords } from '../common/field-words';
import { MarkBadges } from '../common/mark-badges';
import { RegionChip } from '../common/region-chip';
import { useI18n } from '../i18n';
import { Agencies } from './agencies';
import { Recognition } from './recognition';

export interface MastheadProps {
  reading: Reading;
  /** Shown where the document names no title. */
  fallbackTitle: string;
  sections: number;
  overruled: DocumentKind | null;
  /** Items that are not kept yet. */
  left: number;
  fileName: string | null;
  onClipAll: () => void;
  onOverrule: (kind: DocumentKind | null) => void;
  onPoint: (spans: readonly Span[]) => void;
  onCloseFile?: (() => void) | undefined;
  /** Absent for what the reader cannot show. */
  onReader?: (() => void) | undefined;
}

export function Masthead(props: MastheadProps) {
  const { reading, left, onPoint } = props;
  const { t, n, date, issue } = useI18n();
  const { head, items } = reading;
  const some = items.length > 0;
  return (
    <header class="masthead">
      <div class="masthead-row">
        <h1>
          {head.title ? (
            <FieldWords found={head.title} onPoint={onPoint}>
              {head.title.value}
            </FieldWords>
          ) : (
            props.fallbackTitle || t('page.headIncomplete')
          )}
        </h1>
        {some && left > 0 && (
          <Button size="s" icon={<BookmarkPlus size={14} aria-hidden="true" />} onClick={props.onClipAll}>
            {left === items.length ? t('page.clipAll') : n('page.clipRest', left)}
          </Button>
        )}
        {some && left === 0 && (
          <span class="badge green">
            <Check size={13} aria-hidden="true" />
            {t('page.allClipped')}
          </span>
        )}
      </div>
      <p class="dotted">
        {head.issueNumber && (
          <FieldWords found={head.issueNumber} onPoint={onPoint}>
            {issue(head.issueNumber.value)}
          </FieldWords>
        )}
        {head.publishedOn && (
          <FieldWords found={head.publishedOn} onPoint={onPoint}>
            {date(head.publishedOn.value)}
          </FieldWords>
        )}
        {head.docNumber && (
          <FieldWords found={head.docNumber} onPoint={onPoint}>
            {head.docNumber.value}
          </FieldWords>
        )}
        {head.region && <RegionChip code={head.region.value} sure={head.region.sure} />}
        <Agencies agencies={head.issuers} onPoint={onPoint} />
      </p>
      {head.marks.length > 0 && (
        <p class="marks">
          <MarkBadges marks={head.marks.map(({ value }) => value)} />
        </p>
      )}
      <Recognition
        reading={reading}
        sections={props.sections}
        overruled={props.overruled}
        onOverrule={props.onOverrule}
      />
      {props.fileName && (
        <p class="dotted">
          <span>{props.fileName}</span>
          {props.onReader && (
            <button type="button" class="link-button" onClick={props.onReader}>
              <BookOpenText size={12} aria-hidden="true" /> {t('menu.reader')}
            </button>
          )}
          {props.onCloseFile && (
            <button type="button" class="link-button" onClick={props.onCloseFile}>
              <FileX size={12} aria-hidden="true" /> {t('page.closeFile')}
            </button>
          )}
        </p>
      )}
    </header>
  );
}
