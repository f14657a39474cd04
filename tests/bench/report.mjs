// Medians and tables for the benchmark. Absolute figures drift between machines; what is compared is measured in
// one run, alternating, and shown side by side.

/** @param {number[]} values */
export const quantile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** @param {number[]} values */
export const median = (values) => quantile(values, 0.5);

const round = (value) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 10 ? 1 : 2));

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {number} value
 * @property {string} unit
 * @property {string} [against] what it is compared with
 * @property {number} [other] that one's figure
 * @property {number} [aim] upper limit of `value`, or of the ratio where `aimIsRatio`
 * @property {boolean} [aimIsRatio]
 */

/** @param {Row} row */
export const ratioOf = ({ value, other }) => (other ? value / other : undefined);

/** @param {Row} row */
export const withinAim = (row) => {
  if (row.aim === undefined) return undefined;
  return (row.aimIsRatio ? (ratioOf(row) ?? Number.POSITIVE_INFINITY) : row.value) <= row.aim;
};

/** Markdown table; the README shows it as it is. @param {Row[]} rows */
export function table(rows) {
  const lines = rows.map((row) => {
    const ratio = ratioOf(row);
    const fits = withinAim(row);
    return [
      row.what,
      `${round(row.value)} ${row.unit}`,
      row.against ? `${row.against}: ${round(row.other ?? Number.NaN)} ${row.unit}` : '',
      ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
      row.aim === undefined ? '' : `≤ ${row.aim} ${row.aimIsRatio ? '×' : row.unit}${fits ? ' ✓' : ' ✗'}`,
    ];
  });
  const head = ['work', 'PolicyClip', 'beside', 'ratio', 'aim'];
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
