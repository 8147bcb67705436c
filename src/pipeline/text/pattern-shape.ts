/** Groups of parts: whatever a pattern matches holds, of every group, at least one part. */
export type NeededParts = readonly (readonly string[])[];

/** What is known of everything that a piece of a pattern can stand for. */
export interface Shape {
  /** All of it, where that can be told and is not too much. */
  readonly all: readonly string[] | null;
  /** What all of it holds; nothing where all of it is told. */
  readonly needs: NeededParts;
}

/** Lists that are longer are given up: they would cost more than they tell. */
const MOST_STRINGS = 16;
const MOST_PARTS = 256;

export const ANYTHING: Shape = { all: null, needs: [] };
/** Where a pattern only looks: a border of a word, an end of the text, what stands around. */
export const NOTHING: Shape = { all: [''], needs: [] };

const shortest = (group: readonly string[]) => Math.min(...group.map(({ length }) => length));

/** The group that is likely to rule out most texts. */
export const tellingGroup = (needs: NeededParts): readonly string[] =>
  needs.reduce<readonly string[]>(
    (best, group) => (shortest(group) > shortest(best) || best.length === 0 ? group : best),
    [],
  );

/** What everything of this shape holds. */
export function needsOf({ all, needs }: Shape): NeededParts {
  if (all === null) return needs;
  return all.includes('') ? [] : [all];
}

/** Pieces one after the other. */
export function inRow(pieces: readonly Shape[]): Shape {
  const needs: (readonly string[])[] = [];
  let run: Shape = NOTHING;
  let whole = true;
  for (const piece of pieces) {
    const before = run.all ?? [];
    const joined = piece.all?.flatMap((end) => before.map((start) => start + end));
    if (joined && joined.length <= MOST_STRINGS) {
      run = { all: joined, needs: [] };
    } else {
      whole = false;
      needs.push(...needsOf(run), ...piece.needs);
      run = piece.all === null ? NOTHING : piece;
    }
  }
  return whole ? run : { all: null, needs: [...needs, ...needsOf(run)] };
}

/** One of several. */
export function either(branches: readonly Shape[]): Shape {
  const [first, ...others] = branches;
  if (first !== undefined && others.length === 0) return first;
  const told = branches.flatMap(({ all }) => (all === null ? [] : [all]));
  const all = [...new Set(told.flat())];
  if (told.length === branches.length && all.length <= MOST_STRINGS) return { all, needs: [] };
  const groups = branches.map((branch) => tellingGroup(needsOf(branch)));
  const parts = [...new Set(groups.flat())];
  const open = groups.some(({ length }) => length === 0) || parts.length > MOST_PARTS;
  return open ? ANYTHING : { all: null, needs: [parts] };
}

/** A piece several times; `times` as a pattern writes it, such as `?`, `+` or `{0,3}`. */
export function repeated(piece: Shape, times: string): Shape {
  if (times.startsWith('+') || /^\{0*[1-9]/.test(times))
    return { all: null, needs: needsOf(piece) };
  const once = times.startsWith('?') || times.startsWith('{0,1}');
  return once && piece.all !== null ? { all: ['', ...piece.all], needs: [] } : ANYTHING;
}
