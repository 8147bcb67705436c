import { createKeys, FILLER } from './keys.ts';
import { createReading, type Reading } from './reading.ts';
import type { Slot, Takes } from './wording.ts';
import type { Word } from './words.ts';

/** Small words. */
const FILLERS =
  "'s 'd 'll 've a an the some just really actually simply even also so very quite now basically kinda maybe perhaps probably honestly literally only still all then kind sort of";

/** A slot of a lexicon, in numbers. */
export interface NumberedSlot extends Pick<Slot, 'gap' | 'optional' | 'refused'> {
  /** Fits where the slot takes a word or a phrase begins. */
  readonly begins: number;
  /** Fits where the slot takes a word by itself. */
  readonly takes: number;
  /** Stems that stand together, by the first of them; null when there are none. */
  readonly phrases: ReadonlyMap<number, readonly (readonly number[])[]> | null;
  /** How common its words are likely to be, to tell rare slots from others. */
  readonly commonness: number;
}

/**
 * Everything that the slots of wordings take, by number, so that a text is held against all of them at
 * once. It is made of what Impasse knows and keeps nothing of the texts it reads.
 */
export interface Lexicon {
  /** Numbers a slot; slots that are written alike share their numbers. */
  add(slot: Slot): NumberedSlot;
  /** Numbers of the keys of the words that a slot can begin with. */
  keysOf(slot: Slot | undefined): number[];
  /** What each word of a text fits, worked out once for all who ask about that text. */
  read(words: readonly Word[]): Reading;
}

type Numbers = Pick<NumberedSlot, 'begins' | 'takes' | 'phrases' | 'commonness'>;

/** A lexicon without slots yet. */
export function createLexicon(): Lexicon {
  const keys = createKeys();
  const numbers = new Map<string, Numbers>();
  const readings = new WeakMap<readonly Word[], Reading>();
  let size = FILLER + 1;

  function numbersOf(takes: Takes): Numbers {
    const begins = size++;
    keys.lead(takes, begins);
    const commonness = commonnessOf(takes);
    if (takes.phrases.size === 0) return { begins, takes: begins, phrases: null, commonness };
    const alone = size++;
    keys.lead({ ...takes, phrases: new Map() }, alone);
    const phrases = Array.from(
      takes.phrases,
      ([head, all]) => [keys.ofStem(head), all.map((stems) => stems.map(keys.ofStem))] as const,
    );
    return { begins, takes: alone, phrases: new Map(phrases), commonness };
  }

  keys.lead(takingForms(FILLERS.split(' ')), FILLER);
  return {
    add: ({ written, takes, gap, optional, refused }) => {
      const known = numbers.get(written) ?? numbersOf(takes);
      numbers.set(written, known);
      return { ...known, gap, optional, refused };
    },
    keysOf: (slot) => (slot ? keys.of(slot.takes) : []),
    read: (words) => {
      const known = readings.get(words) ?? createReading(words, keys, size);
      readings.set(words, known);
      return known;
    },
  };
}

const takingForms = (forms: readonly string[]): Takes => ({
  forms: new Set(forms),
  ...{ stems: new Set(), own: new Set(), capitals: new Set() },
  ...{ prefixes: [], phrases: new Map(), anyNumber: false },
});

/** Short words are common: every letter more makes a word half as frequent. */
function commonnessOf({ stems, forms, own, capitals, prefixes, phrases }: Takes): number {
  const names = [...stems, ...forms, ...own, ...capitals, ...prefixes, ...phrases.keys()];
  return names.reduce((sum, name) => sum + 2 ** -name.length, 0);
}
