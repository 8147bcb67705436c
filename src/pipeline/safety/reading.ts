import { ANY, type Keys, type Prefix } from './keys.ts';
import { HEAD } from './wording.ts';
import type { Word } from './words.ts';

/**
 * What the words of one text fit. Words of the same form, both or neither quoted and in capitals, are
 * of one kind: whatever fits one of them fits the other.
 */
export interface Reading {
  readonly words: readonly Word[];
  /** For each word, the index behind the last one of its sentence. */
  readonly ends: Int32Array;
  /** Kind of each word. */
  readonly kinds: Int32Array;
  /** `KEYS` keys of each kind: its stem, form, first letters and digits; 0 where no slot has it. */
  readonly keys: Int32Array;
  /** The slots that fit each kind, one kind behind the other ... */
  readonly slots: readonly number[];
  /** ... and where those of each kind begin; one more than there are kinds. */
  readonly from: Int32Array;
  /** The same as one bit a slot, `stride` numbers of 32 bits a kind. */
  readonly bits: Uint32Array;
  readonly stride: number;
  /** 1 for every slot that some word fits. */
  readonly met: Uint8Array;
  /** For notes of finders: where the last sentence ends in which each slot was met. */
  readonly metBefore: Int32Array;
}

/** Keys of a kind. */
export const KEYS = 4;
/** A form may be quoted or not, and in capitals or not. */
const VARIANTS = 4;

/** Reads a text; takes time linear in its words. */
export function createReading(words: readonly Word[], keys: Keys, size: number): Reading {
  const { kinds, samples } = kindsOf(words);
  const stride = (size + 31) >>> 5;
  const bits = new Uint32Array(samples.length * stride);
  const keysOfKinds = new Int32Array(samples.length * KEYS);
  const from = new Int32Array(samples.length + 1);
  const met = new Uint8Array(size);
  met[ANY] = 1;
  const slots: number[] = [];
  samples.forEach((word, kind) => {
    addKind(word, keys, keysOfKinds, kind * KEYS, slots);
    from[kind + 1] = slots.length;
    for (let nth = from[kind] as number; nth < slots.length; nth += 1) {
      const slot = slots[nth] as number;
      const at = kind * stride + (slot >>> 5);
      bits[at] = (bits[at] as number) | (1 << (slot & 31));
      met[slot] = 1;
    }
  });
  return {
    words,
    ends: endsOf(words),
    kinds,
    keys: keysOfKinds,
    slots,
    from,
    bits,
    stride,
    met,
    metBefore: new Int32Array(size),
  };
}

function endsOf(words: readonly Word[]): Int32Array {
  const ends = new Int32Array(words.length);
  for (let at = words.length - 1; at >= 0; at -= 1)
    ends[at] = words[at]?.sentence === words[at + 1]?.sentence ? (ends[at + 1] as number) : at + 1;
  return ends;
}

/** True when a word fits a slot. */
export function fits({ kinds, bits, stride }: Reading, slot: number, at: number): boolean {
  const row = (kinds[at] as number) * stride;
  return (((bits[row + (slot >>> 5)] as number) >>> (slot & 31)) & 1) === 1;
}

/** Kinds of the words, in order of appearance, with the first word of each. */
function kindsOf(words: readonly Word[]) {
  const kinds = new Int32Array(words.length);
  const known = new Int32Array(words.length * VARIANTS).fill(-1);
  const samples: Word[] = [];
  words.forEach((word, at) => {
    const variant = word.form * VARIANTS + (word.quoted ? 2 : 0) + (word.capitals ? 1 : 0);
    const before = known[variant] as number;
    const kind = before < 0 ? samples.push(word) - 1 : before;
    known[variant] = kind;
    kinds[at] = kind;
  });
  return { kinds, samples };
}

/** Writes the keys of a word at `at`, and adds the slots that take it. */
function addKind(word: Word, keys: Keys, numbers: Int32Array, at: number, slots: number[]): void {
  const { lower } = word;
  const stem = keys.stems.get(word.stem) ?? 0;
  const form = keys.forms.get(lower) ?? 0;
  const head = keys.heads.get(lower.slice(0, HEAD)) ?? 0;
  numbers[at] = stem;
  numbers[at + 1] = form;
  numbers[at + 2] = head;
  numbers[at + 3] = /^\d/.test(lower) ? keys.digits : 0;
  const ways = keys.ways();
  for (let key = at; key < at + KEYS; key += 1) addWays(ways, numbers[key] as number, slots);
  if (!word.quoted) addAll(keys.choosy.get(stem), slots);
  if (word.capitals) addAll(keys.choosy.get(form), slots);
  addPrefixes(keys.beginnings.get(head), lower, slots);
  addPrefixes(keys.short, lower, slots);
}

function addWays(
  { slots: all, from }: ReturnType<Keys['ways']>,
  key: number,
  slots: number[],
): void {
  const end = from[key + 1] as number;
  for (let nth = from[key] as number; nth < end; nth += 1) slots.push(all[nth] as number);
}

function addAll(more: readonly number[] | undefined, slots: number[]): void {
  if (more) for (const slot of more) slots.push(slot);
}

function addPrefixes(all: readonly Prefix[] | undefined, lower: string, slots: number[]): void {
  if (all) for (const { prefix, slot } of all) if (lower.startsWith(prefix)) slots.push(slot);
}
