import type { IdentifierClass, SafeText } from '../message.ts';
import { RECOGNIZERS, type Recognize } from './find-all.ts';
import { collect, type Looked, look, namesIn } from './find-identifiers.ts';
import type { Finding } from './finding.ts';
import { fold } from './fold.ts';
import { createLeakGuard, type LeakGuard } from './leak-guard.ts';
import type { NameTables } from './name-tables.ts';
import { Naming } from './naming.ts';
import { redact, redactionsOf, settle } from './redact.ts';

/** Longest text that is read, in UTF-16 code units: what one Slack message can hold. */
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

/** Why the clinician should look at the text before it is used. */
type Doubt = 'all-lower-case' | 'quasi' | 'low-confidence';

/** One identifier that was removed; offsets into the raw text, UTF-16 code units. */
interface Removed {
  readonly class: IdentifierClass;
  readonly start: number;
  readonly end: number;
}

export type Deidentified =
  | {
      readonly ok: true;
      readonly text: SafeText;
      /** In order, never overlapping. */
      readonly removed: readonly Removed[];
      readonly doubts: readonly Doubt[];
    }
  | { readonly ok: false; readonly why: 'leak' | 'too-long' | 'failed' };

export type Deidentify = (raw: string, thread?: ThreadContext) => Deidentified;

/** Parts that a test may swap, to see that each holds on its own. */
export interface Parts {
  readonly recognizers?: readonly Recognize[];
  readonly guard?: LeakGuard;
}

function doubtsOf({ searched }: Looked, found: readonly Finding[], again: boolean): Doubt[] {
  const quasi = found.some(({ class: kind }) => kind === 'quasi');
  const unsure = again || found.some(({ class: kind, sure }) => kind !== 'quasi' && !sure);
  return [
    ...(searched.lowerCased ? ['all-lower-case' as const] : []),
    ...(quasi ? ['quasi' as const] : []),
    ...(unsure ? ['low-confidence' as const] : []),
  ];
}

/** Every text of the thread with its findings and tokens, this one last. */
function readThread(
  raw: string,
  thread: ThreadContext,
  tables: NameTables,
  parts: Required<Parts>,
) {
  const known = [...(thread.known ?? []), ...(thread.missed ?? [])];
  const earlier = (thread.earlier ?? []).filter(({ length }) => length <= LONGEST);
  const looked = [...earlier, raw].map((text) => look(text, tables, parts.recognizers, known));
  const names = namesIn(looked, tables);
  const naming = new Naming(tables);
  const read = looked.map((own) => {
    const found = collect(own, names, thread.kept ?? []);
    return { ...own, found, tokens: naming.name({ text: own.searched.text, found }) };
  });
  return { read, watch: { known, names, allowed: new Set((thread.kept ?? []).map(foldPhrase)) } };
}

const foldPhrase = (phrase: string) => fold(phrase.trim());

function deidentify(
  raw: string,
  thread: ThreadContext,
  tables: NameTables,
  parts: Required<Parts>,
): Deidentified {
  const { read, watch } = readThread(raw, thread, tables, parts);
  const own = read.at(-1);
  if (!own) return { ok: false, why: 'failed' };
  const redactions = redactionsOf(own.plain, raw, own.found, own.tokens);
  const settled = settle(raw, redactions, (text) => parts.guard(text, watch));
  if (!settled) return { ok: false, why: 'leak' };
  return {
    ok: true,
    text: redact(raw, settled).text as SafeText,
    removed: settled.map(({ class: kind, start, end }) => ({ class: kind, start, end })),
    doubts: doubtsOf(own, own.found, settled.length > redactions.length),
  };
}

/**
 * Makes the function that removes identifiers from a text: pure, deterministic from what it is
 * passed, nothing kept. It never throws; text that is too long, that still leaks after a second
 * redaction or that makes anything fail is refused.
 */
export function createDeidentifier(tables: NameTables, parts: Parts = {}): Deidentify {
  const all = {
    recognizers: parts.recognizers ?? Object.values(RECOGNIZERS),
    guard: parts.guard ?? createLeakGuard(tables),
  };
  return (raw, thread = {}) => {
    if (raw.length > LONGEST) return { ok: false, why: 'too-long' };
    try {
      return deidentify(raw, thread, tables, all);
    } catch {
      return { ok: false, why: 'failed' };
    }
  };
}
