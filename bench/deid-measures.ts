/** One labelled note: `spans` are identifiers, `negs` look like some but are none, `ignore` counts for nothing. */
export interface LabelledNote {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly { start: number; end: number; class: string; sub: string }[];
  readonly negs: readonly { start: number; end: number; kind: string }[];
  readonly ignore: readonly { start: number; end: number }[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Share {
  readonly hit: number;
  readonly of: number;
}

/** Counts behind every figure; `percent` turns one into a number. */
export interface DeidMeasures {
  readonly recall: Share;
  readonly precision: Share;
  /** Letters and digits of identifiers (narrative details included) that stay. */
  readonly leak: Share;
  /** Texts with identifiers in which every character of them but narrative details is gone. */
  readonly clean: Share;
  /** Hard negatives touched. */
  readonly negatives: Share;
  readonly byClass: Readonly<Record<string, Share>>;
  readonly bySub: Readonly<Record<string, Share>>;
  readonly byNegative: Readonly<Record<string, Share>>;
}

export const percent = ({ hit, of }: Share): number => (of === 0 ? 100 : (100 * hit) / of);

const touch = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

class Tally {
  readonly #counts: Record<string, { hit: number; of: number }> = {};

  add(name: string, hit: boolean, weight = 1): void {
    const count = this.#counts[name] ?? { hit: 0, of: 0 };
    this.#counts[name] = count;
    count.of += weight;
    if (hit) count.hit += weight;
  }

  under(prefix: string): Record<string, Share> {
    const own = Object.entries(this.#counts).filter(([name]) => name.startsWith(prefix));
    return Object.fromEntries(
      own.map(([name, count]) => [name.slice(prefix.length), count]).sort(),
    );
  }

  of(name: string): Share {
    return this.#counts[name] ?? { hit: 0, of: 0 };
  }
}

function covers(removed: readonly Span[], text: string, span: Span, character: RegExp): boolean[] {
  const covered: boolean[] = [];
  for (let at = span.start; at < span.end; at++) {
    if (!character.test(text[at] ?? '')) continue;
    covered.push(removed.some(({ start, end }) => start <= at && at < end));
  }
  return covered;
}

function addNote(tally: Tally, note: LabelledNote, removed: readonly Span[]): void {
  const named = note.spans.filter(({ class: kind }) => kind !== 'quasi');
  for (const span of note.spans) {
    const hit = removed.some((own) => touch(own, span));
    if (span.class !== 'quasi') tally.add('recall', hit);
    tally.add(`class:${span.class}`, hit);
    tally.add(`sub:${span.class}/${span.sub}`, hit);
    for (const gone of covers(removed, note.text, span, /[\p{L}\p{N}]/u)) tally.add('leak', !gone);
  }
  for (const own of removed) {
    const right = note.spans.some((span) => touch(own, span));
    const neutral = !right && note.ignore.some((span) => touch(own, span));
    const harms = note.negs.some((span) => touch(own, span));
    if (right || harms || !neutral) tally.add('precision', right);
  }
  for (const negative of note.negs) {
    const hit = removed.some((own) => touch(own, negative));
    tally.add('negatives', hit);
    tally.add(`neg:${negative.kind}`, hit);
  }
  if (named.length === 0) return;
  const whole = named.every((span) => covers(removed, note.text, span, /\S/).every(Boolean));
  tally.add('clean', whole);
}

/** Measures what `remove` takes out of labelled notes. */
export function measureDeid(
  notes: readonly LabelledNote[],
  remove: (text: string) => readonly Span[],
): DeidMeasures {
  const tally = new Tally();
  for (const note of notes) addNote(tally, note, remove(note.text));
  return {
    recall: tally.of('recall'),
    precision: tally.of('precision'),
    leak: tally.of('leak'),
    clean: tally.of('clean'),
    negatives: tally.of('negatives'),
    byClass: tally.under('class:'),
    bySub: tally.under('sub:'),
    byNegative: tally.under('neg:'),
  };
}
