/** What could not be read, and where: scans, noise, unreadable characters, a partial reading. */
import { TriangleAlert } from 'lucide-preact';
import type { Notice } from '@/lib/core/model/document';
import { type I18n, useI18n } from '../i18n';

const MOST_PAGES = 6;

/** `2、3、7–9 …` as a short list of pages. */
function pageList(pages: readonly number[], separator: string): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else runs.push([page, page]);
  }
  const shown = runs.slice(0, MOST_PAGES).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return shown.join(separator) + (runs.length > MOST_PAGES ? ' …' : '');
}

function sentence(notice: Notice, { t }: I18n): string {
  const pages = 'pages' in notice ? pageList(notice.pages, t('common.separator')) : '';
  switch (notice.code) {
    case 'scanned':
      return t('notice.scanned', pages);
    case 'noisy-text':
      return t('notice.noisy_text', pages);
    case 'unreadable-characters':
      return notice.pages.length === 1
        ? t('notice.unreadable_characters', notice.count, pages)
        : t('notice.unreadable_charactersPages', notice.count);
    case 'partly-read':
      return t('notice.partly_read', notice.read, notice.total);
    case 'typed-text':
      return t('notice.typed_text', pages);
    case 'hidden-text':
      return t('notice.hidden_text', notice.count);
    case 'unread-cells':
      return t('notice.unread_cells', notice.count);
  }
}

/** How many unreadable characters stand on which page, where they are on several. */
function PerPage({ notice }: { notice: Notice }) {
  const { t } = useI18n();
  if (notice.code !== 'unreadable-characters' || notice.pages.length < 2) return null;
  return (
    <details class="notice-pages" open={notice.pages.length <= MOST_PAGES}>
      <summary>{t('notice.perPage')}</summary>
      <ul>
        {notice.pages.map((page, i) => (
          <li key={page}>{t('notice.onPage', page, notice.counts[i] ?? 0)}</li>
        ))}
      </ul>
    </details>
  );
}

export interface NoticesProps {
  notices: readonly Notice[];
  /** Goes on where the reading stopped. */
  onReadAll?: (() => void) | undefined;
}

export function Notices({ notices, onReadAll }: NoticesProps) {
  const i18n = useI18n();
  if (notices.length === 0) return null;
  return (
    <div class="notices" role="status">
      {notices.map((notice) => (
        <div class="notice" key={notice.code}>
          <TriangleAlert class="notice-icon" size={14} aria-hidden="true" />
          <div>
            {sentence(notice, i18n)}
            {notice.code === 'partly-read' && onReadAll && (
              <button type="button" class="link-button" onClick={onReadAll}>
                {i18n.t('notice.readAll')}
              </button>
            )}
            <PerPage notice={notice} />
          </div>
        </div>
      ))}
    </div>
  );
}
