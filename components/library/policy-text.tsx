/** The clipped text, paragraph by paragraph, numbers and searched words marked. */
import type { ComponentChildren } from 'preact';
import type { PolicyItem } from '@/lib/core/model/item';
import { shownText } from '@/lib/core/model/shown-text';
import { findWords } from '@/lib/core/query/matches';

export interface PolicyTextProps {
  item: Pick<PolicyItem, 'text' | 'figures'>;
  words: readonly string[];
}

interface Piece {
  start: number;
  end: number;
  mark: 'word' | 'figure';
}

/** Searched words win over numbers; nothing overlaps. */
function pieces({ text, figures }: PolicyTextProps['item'], words: readonly string[]): Piece[] {
  const hits = findWords(text, words).map((span): Piece => ({ ...span, mark: 'word' }));
  const numbers = figures
    .map((figure): Piece => ({ ...figure.at, mark: 'figure' }))
    .filter(
      (number) => number.end > number.start && !hits.some((hit) => hit.start < number.end && hit.end > number.start),
    );
  const sorted = [...hits, ...numbers].sort((a, b) => a.start - b.start);
  return sorted.filter((piece, index) => index === 0 || piece.start >= (sorted[index - 1]?.end ?? 0));
}

export function PolicyText({ item, words }: PolicyTextProps) {
  const marked = pieces(item, words);
  let offset = 0;
  return (
    <div class="policy-text">
      {item.text.split('\n').map((paragraph) => {
        const start = offset;
        const end = start + paragraph.length;
        offset = end + 1;
        const parts: ComponentChildren[] = [];
        let at = start;
        for (const piece of marked) {
          if (piece.start < start || piece.end > end || piece.start < at) continue;
          parts.push(shownText(item.text.slice(at, piece.start)));
          const words = shownText(item.text.slice(piece.start, piece.end));
          parts.push(piece.mark === 'word' ? <mark key={piece.start}>{words}</mark> : <b key={piece.start}>{words}</b>);
          at = piece.end;
        }
        return (
          <p key={start}>
            {parts}
            {shownText(item.text.slice(at, end))}
          </p>
        );
      })}
    </div>
  );
}
