/** One clip in the list: tick, province, title, the words around the match or the beginning, source, marks and tags. */
import { clipView } from '@/lib/core/clip/view';
import type { Clip } from '@/lib/core/model/clip';
import { excerptAround, findWords } from '@/lib/core/query/matches';
import { MarkBadges } from '../common/mark-badges';
import { Marked } from '../common/marked';
import { RegionChip } from '../common/region-chip';
import { useI18n } from '../i18n';

export interface ClipRowProps {
  clip: Clip | undefined;
  words: readonly string[];
  ticked: boolean;
  active: boolean;
  onTick: (range: boolean) => void;
  onOpen: () => void;
}

const LEAD = 60;
const TAGS_SHOWN = 3;

/** Bulletin or site; a policy page is not named twice. */
const sourceOf = ({ source }: Clip, title: string) =>
  source.title === title ? source.docNumber || source.siteName || source.issuers[0] || '' : source.title;

export function ClipRow({ clip, words, ticked, active, onTick, onOpen }: ClipRowProps) {
  const { t, date, issue } = useI18n();
  if (!clip) return <div class="row blank" aria-busy="true" />;
  const view = clipView(clip);
  const [region] = view.regions;
  const [mark, ...moreMarks] = clip.source.marks;
  // The line is short: a mark takes the place of two tags.
  const most = mark ? TAGS_SHOWN - 2 : TAGS_SHOWN;
  const inText = words.length > 0 && findWords(clip.item.text, words).length > 0;
  const lead = excerptAround(!inText && clip.note ? clip.note : clip.item.text, words, LEAD);
  return (
    <div class={`row${active ? ' active' : ''}${ticked ? ' ticked' : ''}`} data-clip={clip.id}>
      <input
        type="checkbox"
        aria-label={t('library.select', view.title)}
        checked={ticked}
        onClick={(event) => onTick(event.shiftKey)}
      />
      <button type="button" class="row-main" onClick={onOpen} aria-current={active}>
        <span class="row-text">
          <span class="row-title">
            <RegionChip code={region ?? null} sure={region !== undefined} /> <Marked text={view.title} words={words} />
          </span>
          <span class="row-lead">
            <Marked text={lead} words={words} />
          </span>
        </span>
        <span class="row-foot">
          <span class="row-source">
            {clip.type !== 'item' && `${t(clip.type === 'measure' ? 'library.measure' : 'library.excerpt')} · `}
            {sourceOf(clip, view.title)}
            {clip.source.issueNumber && ` ${issue(clip.source.issueNumber)}`}
            {view.publishedOn && ` · ${date(view.publishedOn)}`}
          </span>
          {mark && <MarkBadges marks={[moreMarks.length > 0 ? `${mark} +${moreMarks.length}` : mark]} />}
          {clip.tags.slice(0, most).map((tag) => (
            <span class="chip" key={tag}>
              {tag}
            </span>
          ))}
          {clip.tags.length > most && <span class="chip">+{clip.tags.length - most}</span>}
        </span>
      </button>
    </div>
  );
}
