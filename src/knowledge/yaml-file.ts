import { EVENT_ID, type Event, getScalarValue, load, parseEvents } from 'js-yaml';

/** Keys and list positions from the top of a file down to a value. */
export type Path = readonly PropertyKey[];

/** One place in a file with the places inside it. */
interface Place {
  readonly start: number;
  readonly inside: Map<string, Place>;
}

/** A parsed knowledge file that knows on which line each value stands. */
export interface YamlFile {
  readonly name: string;
  readonly value: unknown;
  /** Line of a value, counted from 1; of the nearest place above it when it is missing. */
  line(path: Path): number;
}

/** What the parser says against a file. */
export interface Unparsed {
  readonly name: string;
  readonly line: number;
  readonly reason: string;
}

const leaf = (start: number): Place => ({ start, inside: new Map() });

/** Walks the parser's flat events from `at`; returns the place and the index behind it. */
function placeAt(text: string, events: readonly Event[], at: number): [Place, number] {
  const event = events[at];
  if (event?.type === EVENT_ID.SEQUENCE) return itemsOf(text, events, at, event.start);
  if (event?.type === EVENT_ID.MAPPING) return entriesOf(text, events, at, event.start);
  if (event?.type === EVENT_ID.SCALAR) return [leaf(event.valueStart), at + 1];
  return [leaf(0), at + 1];
}

const closes = (event: Event | undefined) => event === undefined || event.type === EVENT_ID.POP;

function itemsOf(
  text: string,
  events: readonly Event[],
  at: number,
  start: number,
): [Place, number] {
  const place = leaf(start);
  let next = at + 1;
  while (!closes(events[next])) {
    const [item, behind] = placeAt(text, events, next);
    place.inside.set(String(place.inside.size), item);
    next = behind;
  }
  return [place, next + 1];
}

function entriesOf(
  text: string,
  events: readonly Event[],
  at: number,
  start: number,
): [Place, number] {
  const place = leaf(start);
  let next = at + 1;
  while (!closes(events[next])) {
    const key = events[next];
    const [keyPlace, behindKey] = placeAt(text, events, next);
    const [value, behind] = placeAt(text, events, behindKey);
    const name = key?.type === EVENT_ID.SCALAR ? getScalarValue(text, key) : '';
    place.inside.set(name, { start: keyPlace.start, inside: value.inside });
    next = behind;
  }
  return [place, next + 1];
}

function lineOf(text: string, root: Place, path: Path): number {
  let place = root;
  for (const step of path) {
    const next = place.inside.get(String(step));
    if (next === undefined) break;
    place = next;
  }
  return text.slice(0, place.start).split('\n').length;
}

/** Parses one YAML file. Positions are worked out only when a line is asked for. */
export function parseYaml(name: string, text: string): YamlFile | Unparsed {
  try {
    const value = load(text);
    let root: Place | undefined;
    const line = (path: Path) => {
      root ??= placeAt(text, parseEvents(text, {}), 1)[0];
      return lineOf(text, root, path);
    };
    return { name, value, line };
  } catch (error) {
    const { mark, reason } = error as { mark?: { line: number }; reason?: string };
    return { name, line: (mark?.line ?? 0) + 1, reason: reason ?? 'it is no YAML' };
  }
}
