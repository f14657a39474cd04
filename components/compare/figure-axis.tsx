/** Figures that compare, on one line from 0 to the greatest: place by value, name and number beside each dot. */
import type { CompareColumn, FigureEntry } from '@/lib/core/compare/types';
import { useI18n } from '../i18n';
import { columnById, columnName } from './names';

export interface FigureAxisProps {
  entries: readonly FigureEntry[];
  columns: readonly CompareColumn[];
}

export function FigureAxis({ entries, columns }: FigureAxisProps) {
  const i18n = useI18n();
  const most = Math.max(...entries.map((entry) => Math.abs(entry.figure.value)), Number.EPSILON);
  const ordered = [...entries].sort((a, b) => b.figure.value - a.figure.value);
  return (
    <ul class="axis">
      {ordered.map((entry, i) => {
        const column = columnById(columns, entry.column);
        const share = (Math.abs(entry.figure.value) / most) * 100;
        return (
          <li key={i}>
            <span class="axis-name">{column && columnName(column, columns, i18n)}</span>
            <span class="axis-line" aria-hidden="true">
              <span class="axis-bar" style={{ width: `${share}%` }} />
            </span>
            <b class="axis-value">{entry.figure.text}</b>
          </li>
        );
      })}
    </ul>
  );
}
