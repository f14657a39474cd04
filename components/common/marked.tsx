/** Text with the searched words marked. */
import { shownText } from '@/lib/core/model/shown-text';
import { findWords } from '@/lib/core/query/matches';

export interface MarkedProps {
  text: string;
  words: readonly string[];
}

export function Marked({ text, words }: MarkedProps) {
  const hits = findWords(text, words);
  if (hits.length === 0) return <>{shownText(text)}</>;
  let at = 0;
  const parts = hits.flatMap((hit) => {
    const before = shownText(text.slice(at, hit.start));
    at = hit.end;
    return [before, <mark key={hit.start}>{shownText(text.slice(hit.start, hit.end))}</mark>];
  });
  return (
    <>
      {parts}
      {shownText(text.slice(at))}
    </>
  );
}
