import type { ClientLine, Scene } from '../../knowledge/rehearsal-knowledge.ts';

/** What decides among the lines of a scene. */
export interface LineWish {
  readonly labels: readonly string[];
  readonly voice: ClientLine['voice'];
  /** Ids of lines that were said already. */
  readonly used: readonly string[];
  /** Any text that is the same for one rehearsal; it turns the order so that rehearsals differ. */
  readonly seed: string;
}

/** A small steady number out of a text. */
const numberOf = (seed: string) =>
  [...seed].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);

function turned<T>(list: readonly T[], by: number): T[] {
  const at = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

/**
 * The line a client says in a scene: one that was not said yet if there is any, first those written
 * for a label of the case, and in the voice of a teenager where the case is about one.
 */
export function chooseLine({ lines }: Scene, { labels, voice, used, seed }: LineWish): ClientLine {
  const fitting = lines.filter(
    ({ only }) => only.length === 0 || only.some((id) => labels.includes(id)),
  );
  const spoken = fitting.filter((line) => line.voice === voice);
  const usable = spoken.length > 0 ? spoken : fitting.filter((line) => line.voice === 'plain');
  const order = turned(usable, numberOf(seed));
  const ranked = [
    ...order.filter(({ only }) => only.length > 0),
    ...order.filter(({ only }) => only.length === 0),
  ];
  const line = ranked.find(({ id }) => !used.includes(id)) ?? ranked[0] ?? lines[0];
  if (line === undefined) throw new RangeError('A scene of a rehearsal has no lines.');
  return line;
}
