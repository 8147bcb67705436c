import type { Direction } from './outcome.ts';

/** Courses and causes that by definition hold a move, although no single act of it is named. */
const LEANS_AWAY: readonly string[] = ['cau-connection-paradox', 'cau-protective-role-play'];
const LEANS_AGAINST: readonly string[] = [
  'pat-ruptured-ending',
  'pat-downhill-after-good-start',
  'cau-disillusionment',
  'cau-power-struggle',
];

const isAway = (id: string) => id.startsWith('wd-');
const isAgainst = (id: string) => id.startsWith('cf-');
/** Marker of both directions in turn. */
export const isBoth = (id: string) => id.startsWith('mx-');
/** A move away, or a course or cause that holds one. */
export const leansAway = (id: string) => isAway(id) || LEANS_AWAY.includes(id);
/** A move against, or a course or cause that holds one. */
export const leansAgainst = (id: string) => isAgainst(id) || LEANS_AGAINST.includes(id);

/** Direction that asserted or tapped labels settle, or null when none of them speaks of it. */
export function directionOfLabels(ids: readonly string[]): Direction | null {
  const away = ids.some(isAway);
  if (ids.some(isBoth) || (away && ids.some(isAgainst))) return 'mixed';
  if (away) return 'withdrawal';
  if (ids.some(leansAgainst)) return 'confrontation';
  return ids.some(leansAway) ? 'withdrawal' : null;
}
