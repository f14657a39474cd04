/** Adjusts one row by hand: its name, what is taken out of it, which other row joins it, or all back to automatic. */
import { useState } from 'preact/hooks';
import type { CompareRow, CompareTable } from '@/lib/core/compare/types';
import { unitName } from '@/lib/core/compare/units';
import { Button } from '../common/button';
import { Dialog } from '../common/dialog';
import { RegionChip } from '../common/region-chip';
import { useI18n } from '../i18n';
import { columnById, rowName } from './names';

export interface RowActions {
  onRename: (row: CompareRow, title: string) => void;
  onSplit: (row: CompareRow, unitId: string) => void;
  onJoin: (into: CompareRow, from: CompareRow) => void;
  onReset: (row: CompareRow) => void;
}

export interface RowDialogProps extends RowActions {
  row: CompareRow;
  table: CompareTable;
  onClose: () => void;
}

/** Which passages were put together, by which words or by hand. */
function Matches({ row }: { row: CompareRow }) {
  const { t } = useI18n();
  const units = row.cells.flat();
  const name = (id: string) => {
    const unit = units.find((candidate) => candidate.id === id);
    return unit ? unitName(unit) || `${unit.text.slice(0, 12)}…` : '';
  };
  if (row.matches.length === 0) return null;
  return (
    <details class="row-why">
      <summary>{t('compare.why')}</summary>
      <ul>
        {row.matches.map((match) => (
          <li key={`${match.a} ${match.b}`}>
            {t(
              'compare.whyLine',
              name(match.a),
              name(match.b),
              match.score === null
                ? t('compare.byHand')
                : `${t('compare.similarity', match.score.toFixed(2))} · ${match.words.join(t('common.separator'))}`,
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

export function RowDialog({ row, table, onClose, onRename, onSplit, onJoin, onReset }: RowDialogProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const name = rowName(row, i18n);
  const [title, setTitle] = useState(row.titled === 'person' ? row.title : '');
  const [other, setOther] = useState('');
  const units = row.cells.flat();
  const then = (act: () => void) => () => {
    act();
    onClose();
  };
  const rename = () => {
    if (title.trim() !== (row.titled === 'person' ? row.title : '')) onRename(row, title);
    onClose();
  };
  const from = table.rows.find((candidate) => candidate.id === other);
  return (
    <Dialog
      title={t('compare.adjust', name)}
      onClose={onClose}
      foot={
        <>
          <Button tone="ghost" onClick={then(() => onReset(row))}>
            {t('compare.reset')}
          </Button>
          <Button tone="primary" onClick={rename}>
            {t('common.done')}
          </Button>
        </>
      }
    >
      <div class="row-dialog">
        <div class="field">
          <label for="row-name">{t('compare.rowName')}</label>
          <input
            id="row-name"
            class="input"
            value={title}
            placeholder={name}
            maxLength={200}
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
          <p class="hint">{t('compare.rowNameHint')}</p>
        </div>
        <div class="field">
          <span class="label" id="row-members">
            {t('compare.members')}
          </span>
          <ul class="row-members" aria-labelledby="row-members">
            {units.map((unit) => {
              const member = unitName(unit) || unit.text.slice(0, 24);
              return (
                <li key={unit.id}>
                  <RegionChip code={columnById(table.columns, unit.column)?.region ?? null} />
                  <span class="row-member">{member}</span>
                  {units.length > 1 && (
                    <Button
                      size="s"
                      aria-label={t('compare.splitOne', member)}
                      onClick={then(() => onSplit(row, unit.id))}
                    >
                      {t('compare.split')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
        <Matches row={row} />
        <div class="field">
          <label for="row-join">{t('compare.joinWith')}</label>
          <div class="row-join">
            <select id="row-join" class="input" value={other} onChange={(event) => setOther(event.currentTarget.value)}>
              <option value="">{t('compare.joinNone')}</option>
              {table.rows
                .filter((candidate) => candidate !== row)
                .map((candidate) => (
                  <option key={candidate.id} value={candidate.id}>
                    {rowName(candidate, i18n)}
                  </option>
                ))}
            </select>
            <Button disabled={!from} onClick={then(() => from && onJoin(row, from))}>
              {t('compare.join')}
            </Button>
          </div>
        </div>
      </div>
    </Dialog>
  );
}
