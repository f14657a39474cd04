/** One clip in full: text, figures, note, tags, where it comes from, how to cite it, and the way back to its place. */
import { ArchiveRestore, Columns2, ExternalLink, Pencil, Trash2, X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { SoughtState } from '@/lib/core/anchor/seek-clip';
import { effectiveItem } from '@/lib/core/clip/view';
import { clipDocNumbers, isSecondary } from '@/lib/core/compare/clip-values';
import type { Clip } from '@/lib/core/model/clip';
import { shownText } from '@/lib/core/model/shown-text';
import { Button, IconButton } from '../common/button';
import { CopyButton } from '../common/copy-button';
import { RegionChip } from '../common/region-chip';
import { useI18n } from '../i18n';
import { FigureTable } from './figure-table';
import { PolicyText } from './policy-text';
import { SourceLine } from './source-line';

export interface ClipDetailProps {
  clip: Clip;
  words: readonly string[];
  citation: string;
  compared: boolean;
  onCopy: (text: string) => Promise<boolean>;
  /** Null where there is nothing to open. */
  onOpen: (() => void) | null;
  /** How the passage was found in its page, when that was looked for. */
  place: SoughtState | null;
  onCompare: () => void;
  onEdit: () => void;
  onRemove: () => void;
  onRestore: () => void;
  onClose: () => void;
  /** The editor, while it is open. */
  children?: ComponentChildren;
  /** How it looks, where it is a part of a scanned page. */
  picture?: ComponentChildren;
  /** Earlier states. */
  history?: ComponentChildren;
}

const ICON = { size: 14, 'aria-hidden': true } as const;

export function ClipDetail(props: ClipDetailProps) {
  const { clip, words, citation } = props;
  const { t, date } = useI18n();
  const item = effectiveItem(clip);
  const separator = t('common.separator');
  const corrected = Object.keys(clip.corrections).length > 0;
  return (
    <article class="detail" aria-label={t('detail.title')}>
      <header class="detail-head">
        <div class="detail-title">
          <h2>{shownText(item.title.value)}</h2>
          {clip.deletedAt === null && (
            <IconButton label={t('library.delete')} icon={<Trash2 {...ICON} />} onClick={props.onRemove} />
          )}
          <IconButton label={t('common.close')} icon={<X size={16} aria-hidden="true" />} onClick={props.onClose} />
        </div>
        <p class="dotted">
          {item.regions.map((region) => (
            <RegionChip key={region.value} code={region.value} sure={region.sure} />
          ))}
          {item.agencies.length > 0 && <span>{item.agencies.map((agency) => agency.value).join(separator)}</span>}
          <span>{t(`itemKind.${item.kind}`)}</span>
          {clip.typed && <span class="badge amber">{t('detail.typed')}</span>}
          {corrected && <span class="badge amber">{t('edit.corrected')}</span>}
        </p>
        {clip.tags.length > 0 && (
          <p class="tags">
            {clip.tags.map((tag) => (
              <span class="chip" key={tag}>
                {tag}
              </span>
            ))}
          </p>
        )}
        <div class="detail-actions">
          {clip.deletedAt === null ? (
            <>
              <Button size="s" icon={<Pencil {...ICON} />} shortcut="T" onClick={props.onEdit}>
                {t('item.edit')}
              </Button>
              <Button size="s" icon={<Columns2 {...ICON} />} aria-pressed={props.compared} onClick={props.onCompare}>
                {t('library.compare')}
              </Button>
              {props.onOpen && (
                <Button size="s" icon={<ExternalLink {...ICON} />} onClick={props.onOpen}>
                  {t('detail.open')}
                </Button>
              )}
            </>
          ) : (
            <Button size="s" icon={<ArchiveRestore {...ICON} />} onClick={props.onRestore}>
              {t('library.restore')}
            </Button>
          )}
        </div>
        {props.place === 'gone' && <p class="notice">{t('place.gone')}</p>}
        {props.place === 'edited' && <p class="notice">{t('place.edited')}</p>}
        {props.children}
      </header>
      {clip.note && (
        <section class="detail-note">
          <h3>{t('detail.note')}</h3>
          <p>{clip.note}</p>
        </section>
      )}
      <section>
        <h3>{t('detail.text')}</h3>
        <PolicyText item={item} words={words} />
      </section>
      {props.picture}
      {item.figures.length > 0 && (
        <section>
          <h3>{t('detail.figures')}</h3>
          <FigureTable item={item} />
        </section>
      )}
      <section class="detail-source">
        <h3>{t('detail.source')}</h3>
        <SourceLine clip={clip} />
        {item.documents.length > 0 && (
          <p>
            {t('detail.documents', item.documents.map((document) => `《${document.value}》`).join(separator))}
            {isSecondary(clip) && ` · ${clipDocNumbers(clip).join(separator) || t('detail.noDocNumber')}`}
          </p>
        )}
        <p>{t('detail.clippedOn', date(clip.createdAt))}</p>
      </section>
      <section class="detail-citation">
        <h3>
          {t('detail.citation')} <CopyButton text={citation} onCopy={props.onCopy} />
        </h3>
        <p class="citation">{citation}</p>
      </section>
      {props.history}
    </article>
  );
}
