import type { IdentifierClass, SafeText } from '../message.ts';
import { tellingDetails } from './find/telling-details.ts';
import { RECOGNIZERS } from './find-all.ts';
import type { NameTables } from './name-tables.ts';
import { normalise } from './normalise.ts';
import { prepare, search } from './searched.ts';

const LONGEST = 40_000;

/** What is known beside the text; all of it stays in memory. */
export interface ThreadContext {
  /** Raw texts of the thread before this one, oldest first. */
  readonly earlier?: readonly string[];
  /** Forms that identify somebody: names of members, the practice. */
  readonly known?: readonly string[];
  /** The clinician said: not an identifier. */
  readonly kept?: readonly string[];
  /** The clinician said: you missed this. */
  readonly missed?: readonly string[];
}

export type Doubt = 'all-lower-case' | 'quasi' | 'low-confidence';

export type Deidentified =
  | {
      readonly ok: true;
      readonly text: SafeText;
      /** Offsets into the raw text, UTF-16 code units, in order, never overlapping. */
      readonly removed: readonly {
        readonly class: IdentifierClass;
        readonly start: number;
        readonly end: number;
      }[];
      readonly doubts: readonly Doubt[];
    }
  | { readonly ok: false; readonly why: 'leak' | 'too-long' | 'failed' };

export type Deidentify = (raw: string, thread?: ThreadContext) => Deidentified;

/** Removes identifiers from a text; pure, deterministic from what it is given, nothing is kept. */
export function createDeidentifier(tables: NameTables): Deidentify {
  return (raw) => {
    if (raw.length > LONGEST) return { ok: false, why: 'too-long' };
    const plain = normalise(raw);
    const searched = prepare(plain.text, tables);
    const found = search(searched, Object.values(RECOGNIZERS));
    const quasi = tellingDetails(searched);
    const spans = [...found, ...quasi].sort((a, b) => a.start - b.start || b.end - a.end);
    const removed: { class: IdentifierClass; start: number; end: number }[] = [];
    for (const { start, end, class: kind } of spans) {
      const last = removed.at(-1);
      const from = plain.rawOf(start),
        to = plain.rawOf(end);
      if (last && from < last.end) last.end = Math.max(last.end, to);
      else removed.push({ class: kind, start: from, end: to });
    }
    let text = '',
      at = 0;
    for (const { start, end, class: kind } of removed) {
      text += `${raw.slice(at, start)}[${kind}]`;
      at = end;
    }
    return { ok: true, text: (text + raw.slice(at)) as SafeText, removed, doubts: [] };
  };
}
