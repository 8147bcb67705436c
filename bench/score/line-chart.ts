/** One line: its name, colour and points (x from 0 to 1, y a share). */
export interface Line {
  readonly name: string;
  readonly colour: string;
  readonly dashed: boolean;
  readonly points: readonly (readonly [number, number])[];
}

const WIDTH = 760;
const HEIGHT = 420;
const LEFT = 60;
const TOP = 40;
const RIGHT = 260;
const BOTTOM = 50;
const TEXT = 'font-family="sans-serif" font-size="12" fill="#333"';

const x = (share: number) => LEFT + share * (WIDTH - LEFT - RIGHT);
const y = (share: number) => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
const at = ([a, b]: readonly [number, number]) => `${x(a).toFixed(1)},${y(b).toFixed(1)}`;

function grid(ticks: readonly (readonly [number, string])[]): string[] {
  const rows = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((share) => [
    `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(share)}" y2="${y(share)}" stroke="#ddd"/>`,
    `<text x="${LEFT - 8}" y="${y(share) + 4}" text-anchor="end" ${TEXT}>${Math.round(100 * share)} %</text>`,
  ]);
  const columns = ticks.map(
    ([share, label]) =>
      `<text x="${x(share).toFixed(1)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle" ${TEXT}>${label}</text>`,
  );
  return [...rows, ...columns];
}

function drawn(line: Line, nth: number): string[] {
  const dash = line.dashed ? ' stroke-dasharray="6 4"' : '';
  const top = TOP + 20 * nth;
  return [
    `<polyline points="${line.points.map(at).join(' ')}" fill="none" stroke="${line.colour}" stroke-width="2"${dash}/>`,
    ...line.points.map((point) => {
      const [cx, cy] = at(point).split(',');
      return `<circle cx="${cx}" cy="${cy}" r="3" fill="${line.colour}"/>`;
    }),
    `<line x1="${WIDTH - RIGHT + 16}" x2="${WIDTH - RIGHT + 40}" y1="${top}" y2="${top}" stroke="${line.colour}" stroke-width="2"${dash}/>`,
    `<text x="${WIDTH - RIGHT + 46}" y="${top + 4}" ${TEXT}>${line.name}</text>`,
  ];
}

/** A line chart as SVG; `ticks` name places on the x axis. */
export function lineChart(
  title: string,
  ticks: readonly (readonly [number, string])[],
  lines: readonly Line[],
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${LEFT}" y="22" font-family="sans-serif" font-size="14" fill="#111">${title}</text>`,
    ...grid(ticks),
    ...lines.flatMap(drawn),
    '</svg>',
    '',
  ].join('\n');
}
