import type { CoursePicture } from '../pipeline/thread/stages/course-picture.ts';

/** Sizes in pixels, and colours of which each has enough contrast on white for what it draws. */
const LOOK = {
  ...{ width: 1200, padding: 48, row: 92, names: 520, dot: 22, now: 30, text: 34, number: 26 },
  ...{ ink: '#23383e', quiet: '#5d6b70', line: '#2f6f7e', paper: '#ffffff', rule: '#d9e0e2' },
} as const;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const literally = (text: string) => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);

/** Middle of a row. */
const yOf = (place: number) => LOOK.padding + place * LOOK.row + LOOK.row / 2;

/** Where each visit stands from left to right. */
function xOf(visit: number, count: number): number {
  const from = LOOK.names + LOOK.now;
  const to = LOOK.width - LOOK.padding - LOOK.now;
  return Math.round(from + ((to - from) * visit) / Math.max(1, count - 1));
}

function stepRow(name: string, place: number, isHere: boolean, here: string): string {
  const y = yOf(place);
  const weight = isHere ? 'bold' : 'normal';
  const line = `<line x1="${LOOK.names}" x2="${LOOK.width - LOOK.padding}" y1="${y}" y2="${y}" stroke="${LOOK.rule}" stroke-width="2"/>`;
  const text = `<text x="${LOOK.padding}" y="${y + 12}" font-size="${LOOK.text}" font-weight="${weight}" fill="${LOOK.ink}">${literally(name)}</text>`;
  const now = `<text x="${LOOK.padding}" y="${y + 42}" font-size="${LOOK.number}" fill="${LOOK.quiet}">${literally(here)}</text>`;
  return line + text + (isHere ? now : '');
}

function visitDot(place: number, visit: number, count: number): string {
  const isLast = visit === count - 1;
  const [x, y] = [xOf(visit, count), yOf(place)];
  const dot = `<circle cx="${x}" cy="${y}" r="${isLast ? LOOK.now : LOOK.dot}" fill="${LOOK.line}"/>`;
  return `${dot}<text x="${x}" y="${y + 9}" font-size="${LOOK.number}" font-weight="bold" text-anchor="middle" fill="${LOOK.paper}">${visit + 1}</text>`;
}

/**
 * The way through a stage model as an SVG of 1,200 pixels' width: one row a step, one numbered dot a
 * visit, so that loops and skips can be seen; the present one is named as well.
 *
 * @param here what is written under the step where it seems to be now
 * @param font family of the letters
 */
export function courseSvg({ steps, visits }: CoursePicture, here: string, font: string): string {
  const height = LOOK.padding * 2 + steps.length * LOOK.row;
  const points = visits.map((place, visit) => `${xOf(visit, visits.length)},${yOf(place)}`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${LOOK.width}" height="${height}" font-family="${font}">`,
    `<rect width="100%" height="100%" fill="${LOOK.paper}"/>`,
    ...steps.map((name, place) => stepRow(name, place, place === visits.at(-1), here)),
    `<polyline points="${points.join(' ')}" fill="none" stroke="${LOOK.line}" stroke-width="5"/>`,
    ...visits.map((place, visit) => visitDot(place, visit, visits.length)),
    '</svg>',
  ].join('');
}
