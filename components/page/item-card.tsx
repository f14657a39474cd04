/**
 * One item of the document: province and title, who and what, key figures, measures on demand; locate and clip. Under
 * the pointer or with the focus it is marked in the page. What is kept offers its tags and the editor.
 */
import { Check, ChevronRight, LocateFixed, Pencil, Plus, TriangleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { figureAbout } from '@/lib/core/clip/figure-about';
import { tellingFigures } from '@/lib/core/clip/telling-figures';
import { effectiveItem } from '@/lib/core/clip/view';
import { clauseAround } from '@/lib/core/export/clause';
import type { Clip, Corrections } from '@/lib/core/model/clip';
import type { Measure, PolicyItem } from '@/lib/core/model/item';
import { shownText } from '@/lib/core/model/shown-text';
import type { Found, Span } from '@/lib/core/model/span';
import type { SaveState } from '@/lib/state/clipper';
import { Button, IconButton } from '../common/button';
import { FieldWords } from '../common/field-words';
import { FigureChip } from '../common/figure-chip';
import { RegionChip } from '../common/region-chip';
import { useHover } from '../common/use-hover';
import { useI18n } from '../i18n';
import { Agencies } from './agencies';
import { Measures } from './measures';

export interface ItemCardProps {
  item: PolicyItem;
  clip: Clip | null;
  /** Of the document that the item reports. */
  docNumber: Found<string> | null;
  /** What the person set before the item was kept. */
  corrections: Corrections;
  saving: SaveState | null;
  active: boolean;
  hovered: boolean;
  open: boolean;
  /** The text reads otherwise now than when it was kept. */
  changed: boolean;
  /** Changes when the page asks for this card: it scrolls into view. */
  reveal: number;
  isClipped: (measure: Measure) => boolean;
  onActivate: () => void;
  onHover: (on: boolean) => void;
  onPoint: (spans: readonly Span[]) => void;
  onShow: (spans: readonly Span[]) => void;
  onToggle: () => void;
  onClip: () => void;
  onClipMeasure: (measure: Measure) => void;
  onEdit: () => void;
  /** The editor, while this clip is edited. */
  children?: ComponentChildren;
}

/** Figures on a folded card, and on an unfolded one before all are asked for: its measures stay in sight. */
const FIGURES_FOLDED = 3;
const FIGURES_UNFOLDED = 12;
/** A title that is no more than the name of a place: the document that the item reports is told with it. */
const LONGEST_PLACE = 10;

export function ItemCard(props: ItemCardProps) {
  const { item: read, clip, docNumber, active, hovered, open, onPoint } = props;
  const { t, n } = useI18n();
  const card = useHover<HTMLElement>(props.onHover);
  const unfolded = useId();
  const item = effectiveItem({ item: read, corrections: clip?.corrections ?? props.corrections });
  useEffect(() => {
    if (active) card.current?.scrollIntoView({ block: 'nearest' });
  }, [active, props.reveal]);
  const region = item.regions[0];
  const reported = item.title.value.length > LONGEST_PLACE ? undefined : item.documents[0];
  const [everyFigure, setEveryFigure] = useState(false);
  const figures = open
    ? item.figures.slice(0, everyFigure ? item.figures.length : FIGURES_UNFOLDED)
    : tellingFigures(item.figures, FIGURES_FOLDED);
  const rest = item.figures.length - figures.length;
  return (
    <article
      ref={card}
      class={`card${hovered ? ' hovered' : ''}${active ? ' active' : ''}${clip ? ' clipped' : ''}`}
      data-item={item.id}
      aria-current={active}
      onFocusCapture={props.onActivate}
    >
      <button
        type="button"
        class="card-title"
        tabIndex={active ? 0 : -1}
        onClick={() => props.onShow(item.title.spans)}
      >
        <RegionChip code={region?.value ?? null} sure={region?.sure ?? false} />{' '}
        <FieldWords found={item.title} onPoint={onPoint}>
          {shownText(item.title.value)}
        </FieldWords>
        {reported && (
          <FieldWords found={reported} onPoint={onPoint}>
            {`《${shownText(reported.value)}》`}
          </FieldWords>
        )}
      </button>
      <p class="card-line">
        <Agencies agencies={item.agencies} onPoint={onPoint} />
        <span>{t(`itemKind.${item.kind}`)}</span>
        {docNumber && (
          <FieldWords found={docNumber} onPoint={onPoint}>
            {docNumber.value}
          </FieldWords>
        )}
      </p>
      {item.figures.length > 0 && (
        <p class="figures">
          {figures.map((figure) => (
            <FigureChip
              key={`${figure.at.start}-${figure.text}`}
              figure={figure}
              about={figureAbout(item, figure) || clauseAround(item.text, figure.at)}
              onPoint={onPoint}
            />
          ))}
          {rest > 0 && (
            <button
              type="button"
              class="link-button small"
              onClick={open ? () => setEveryFigure(true) : props.onToggle}
            >
              {n('item.moreFigures', rest)}
            </button>
          )}
        </p>
      )}
      {open && item.measures.length > 0 && (
        <Measures
          id={unfolded}
          measures={item.measures}
          isClipped={props.isClipped}
          onClip={props.onClipMeasure}
          onShow={props.onShow}
          onPoint={onPoint}
        />
      )}
      {props.changed && (
        <p class="card-note">
          <TriangleAlert size={13} aria-hidden="true" /> {t('item.changedText')}
        </p>
      )}
      {clip && clip.tags.length > 0 && (
        <p class="tags">
          {clip.tags.map((tag) => (
            <span class="chip" key={tag}>
              {tag}
            </span>
          ))}
        </p>
      )}
      <footer class="card-foot">
        {item.measures.length > 0 ? (
          <button
            type="button"
            class="fold"
            aria-expanded={open}
            {...(open && { 'aria-controls': unfolded })}
            onClick={props.onToggle}
          >
            <ChevronRight size={14} aria-hidden="true" />
            {n('item.measures', item.measures.length)}
          </button>
        ) : (
          <span class="fold none">{item.figures.length > 0 ? n('item.figures', item.figures.length) : ''}</span>
        )}
        <Pages pages={item.pages} />
        <span class="spread" />
        <IconButton
          label={t('item.locate')}
          icon={<LocateFixed size={15} aria-hidden="true" />}
          aria-keyshortcuts="Enter"
          onClick={() => props.onShow(item.title.spans.length > 0 ? item.title.spans : item.spans)}
        />
        {!clip && (
          <IconButton
            label={t('edit.open')}
            icon={<Pencil size={14} aria-hidden="true" />}
            aria-keyshortcuts="E"
            onClick={props.onEdit}
          />
        )}
        <ClipButton {...props} />
      </footer>
      {props.children}
    </article>
  );
}

function ClipButton({ clip, saving, active, onClip, onEdit }: ItemCardProps) {
  const { t } = useI18n();
  if (clip) {
    return (
      <>
        <span class="badge green">
          <Check size={13} aria-hidden="true" />
          {t('item.clipped')}
        </span>
        <IconButton
          label={clip.tags.length > 0 ? t('item.edit') : t('library.addTags')}
          icon={clip.tags.length > 0 ? <Pencil size={14} aria-hidden="true" /> : <Plus size={15} aria-hidden="true" />}
          aria-keyshortcuts="T"
          onClick={onEdit}
        />
      </>
    );
  }
  if (saving === 'saving') return <span class="badge">{t('item.saving')}</span>;
  return (
    <>
      {saving === 'failed' && <span class="badge red">{t('item.failed')}</span>}
      <Button tone={active ? 'primary' : 'plain'} size="s" shortcut="C" onClick={onClip}>
        {t('item.clip')}
      </Button>
    </>
  );
}

function Pages({ pages }: Pick<PolicyItem, 'pages'>) {
  const { t } = useI18n();
  if (!pages) return null;
  const [first, last] = pages;
  return <span class="pages">{first === last ? t('item.pages', first) : t('item.pageRange', first, last)}</span>;
}
