/** The bookmarks of a PDF as a nested list. */
import { useI18n } from '../i18n';

export interface ChapterEntry {
  title: string;
  go: () => void;
  chapters: ChapterEntry[];
}

const List = ({ chapters }: { chapters: readonly ChapterEntry[] }) => (
  <ol>
    {chapters.map((chapter, i) => (
      <li key={`${i} ${chapter.title}`}>
        <button type="button" onClick={chapter.go}>
          {chapter.title}
        </button>
        {chapter.chapters.length > 0 && <List chapters={chapter.chapters} />}
      </li>
    ))}
  </ol>
);

export function Chapters({ chapters }: { chapters: readonly ChapterEntry[] }) {
  const { t } = useI18n();
  return (
    <nav class="reader-chapters" aria-label={t('reader.chapters')}>
      <List chapters={chapters} />
    </nav>
  );
}
