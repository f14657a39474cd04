/** The reader's tool bar: chapters, pages, zoom, search, and the way back to the browser's own viewer. */
import {
  ChevronDown,
  ChevronUp,
  ExternalLink,
  FolderOpen,
  ListTree,
  Minus,
  Plus,
  SquareDashedMousePointer,
} from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { Button, IconButton } from '../common/button';
import { useI18n } from '../i18n';

export interface ReaderBarProps {
  title: string;
  page: number;
  pages: number;
  scale: number;
  /** Whether the list of chapters is shown; null when the file has none. */
  chapters: boolean | null;
  search: ComponentChildren;
  onChapters: () => void;
  onPage: (page: number) => void;
  onZoom: (steps: number) => void;
  onFit: (fit: 'page-width' | 'page-fit') => void;
  /** A part of a page whose text the person types. */
  onRegion: () => void;
  onOpenFile: () => void;
  /** Absent for files that have no address. */
  onBrowserViewer?: (() => void) | undefined;
}

export function ReaderBar(props: ReaderBarProps) {
  const { t } = useI18n();
  const { title, page, pages, chapters } = props;
  return (
    <header class="reader-bar" role="toolbar" aria-label={t('reader.bar')}>
      {chapters !== null && (
        <IconButton
          label={t('reader.chapters')}
          icon={<ListTree size={18} aria-hidden="true" />}
          aria-pressed={chapters}
          onClick={props.onChapters}
        />
      )}
      <h1 class="reader-title" title={title}>
        {title || t('reader.name')}
      </h1>
      {pages > 0 && (
        <>
          <PageField page={page} pages={pages} onPage={props.onPage} />
          <ZoomField scale={props.scale} onZoom={props.onZoom} onFit={props.onFit} />
          {props.search}
        </>
      )}
      <span class="reader-end">
        {pages > 0 && (
          <IconButton
            label={t('reader.region')}
            icon={<SquareDashedMousePointer size={17} aria-hidden="true" />}
            onClick={props.onRegion}
          />
        )}
        {props.onBrowserViewer && (
          <IconButton
            label={t('reader.browserViewer')}
            icon={<ExternalLink size={17} aria-hidden="true" />}
            onClick={props.onBrowserViewer}
          />
        )}
        <IconButton
          label={t('reader.openFile')}
          icon={<FolderOpen size={17} aria-hidden="true" />}
          onClick={props.onOpenFile}
        />
      </span>
    </header>
  );
}

interface PageFieldProps {
  page: number;
  pages: number;
  onPage: (page: number) => void;
}

function PageField({ page, pages, onPage }: PageFieldProps) {
  const { t } = useI18n();
  return (
    <span class="reader-group">
      <IconButton
        label={t('reader.previousPage')}
        icon={<ChevronUp size={18} aria-hidden="true" />}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      />
      <IconButton
        label={t('reader.nextPage')}
        icon={<ChevronDown size={18} aria-hidden="true" />}
        disabled={page >= pages}
        onClick={() => onPage(page + 1)}
      />
      <input
        class="reader-page"
        type="number"
        min={1}
        max={pages}
        value={page}
        aria-label={t('reader.page')}
        onChange={({ currentTarget }) => {
          const wanted = currentTarget.valueAsNumber;
          if (wanted >= 1 && wanted <= pages) onPage(wanted);
          else currentTarget.value = String(page);
        }}
      />
      <span class="reader-pages">{t('reader.ofPages', pages)}</span>
    </span>
  );
}

interface ZoomFieldProps {
  scale: number;
  onZoom: (steps: number) => void;
  onFit: (fit: 'page-width' | 'page-fit') => void;
}

function ZoomField({ scale, onZoom, onFit }: ZoomFieldProps) {
  const { t, percent } = useI18n();
  return (
    <span class="reader-group reader-zoom">
      <IconButton
        label={t('reader.smaller')}
        icon={<Minus size={18} aria-hidden="true" />}
        onClick={() => onZoom(-1)}
      />
      <output class="reader-scale" aria-label={t('reader.scale')}>
        {percent(scale)}
      </output>
      <IconButton label={t('reader.larger')} icon={<Plus size={18} aria-hidden="true" />} onClick={() => onZoom(1)} />
      <Button tone="ghost" size="s" onClick={() => onFit('page-width')}>
        {t('reader.fitWidth')}
      </Button>
      <Button tone="ghost" size="s" onClick={() => onFit('page-fit')}>
        {t('reader.fitPage')}
      </Button>
    </span>
  );
}
