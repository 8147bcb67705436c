import { type Baseline, type Figure, keyOf } from './figures.ts';

const NAME_WIDTH = 40;
const percent = (value: number) => (100 * value).toFixed(1).padStart(6);

function line(figure: Figure, baseline: Baseline): string {
  const { name, value, interval, cases } = figure;
  const kept = baseline[keyOf(figure)];
  const shown = value === null ? '     –' : percent(value);
  const range = interval === null ? '' : `${percent(interval[0])} –${percent(interval[1])}`;
  const was = kept === undefined ? '' : percent(kept);
  return `  ${name.padEnd(NAME_WIDTH)}${shown}   ${range.padEnd(16)}${String(cases).padStart(5)}  ${was}`;
}

/** The table for people: figures in per cent, 95 % interval, cases, kept baseline. */
export function tableOf(figures: readonly Figure[], baseline: Baseline): string {
  const head = `  ${''.padEnd(NAME_WIDTH)}     %   95 % interval    cases  baseline`;
  const parts = [...new Set(figures.map(({ part }) => part))];
  const bodies = parts.map((part) => {
    const own = figures.filter((figure) => figure.part === part);
    return [part, ...own.map((figure) => line(figure, baseline))].join('\n');
  });
  return [head, ...bodies].join('\n');
}

/** A confusion matrix as lines: rows are true, columns are said. */
export function confusion(
  pairs: readonly (readonly [string, string])[],
  classes: readonly string[],
): string {
  const cell = (text: string | number) => String(text).padStart(15);
  const rows = classes.map((is) =>
    [
      is.padEnd(15),
      ...classes.map((said) => cell(pairs.filter(([a, b]) => a === is && b === said).length)),
    ].join(''),
  );
  return [`${'true \\ said'.padEnd(15)}${classes.map(cell).join('')}`, ...rows].join('\n');
}
