import type { IdentifierClass } from '../message.ts';
import type { Finding } from './finding.ts';
import type { Leak } from './leak-guard.ts';
import type { Plain } from './normalise.ts';

/** A stretch of the raw text, why it goes and what stands for it. */
export interface Redaction {
  readonly start: number;
  readonly end: number;
  readonly class: IdentifierClass;
  readonly token: string;
}

interface Redacted {
  readonly text: string;
  /** Stretches that stayed: where they stand now and stood before. */
  readonly kept: readonly { readonly at: number; readonly raw: number; readonly length: number }[];
}

const OWNED = /['’][sS]$/;

/** Where findings stand in the raw text, with their tokens; a possessive ending stays readable. */
export function redactionsOf(
  plain: Plain,
  raw: string,
  found: readonly Finding[],
  tokens: readonly string[],
): Redaction[] {
  return found.map((finding, index) => {
    const start = plain.rawOf(finding.start);
    const end = plain.rawOf(finding.end);
    const owned = OWNED.test(raw.slice(start, end)) ? "'s" : '';
    return { start, end, class: finding.class, token: (tokens[index] ?? '') + owned };
  });
}

/** Puts the tokens in; redactions are in order and do not overlap. */
export function redact(raw: string, redactions: readonly Redaction[]): Redacted {
  const kept: { at: number; raw: number; length: number }[] = [];
  let text = '';
  let from = 0;
  for (const { start, end, token } of redactions) {
    kept.push({ at: text.length, raw: from, length: start - from });
    text += raw.slice(from, start) + token;
    from = end;
  }
  kept.push({ at: text.length, raw: from, length: raw.length - from });
  return { text: text + raw.slice(from), kept };
}

/** Raw offset of an offset in the redacted text, or -1 inside a token. */
function rawOffset({ kept }: Redacted, offset: number): number {
  const part = kept.find(({ at, length }) => offset >= at && offset <= at + length);
  return part ? part.raw + offset - part.at : -1;
}

function inOrder(redactions: readonly Redaction[]): Redaction[] {
  const all: Redaction[] = [];
  for (const own of [...redactions].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = all.at(-1);
    if (!last || own.start >= last.end) all.push(own);
    else all[all.length - 1] = { ...last, end: Math.max(last.end, own.end) };
  }
  return all;
}

/**
 * Redactions after a second look: what `check` still sees is redacted once more. Null when a leak
 * cannot be placed or stays.
 */
export function settle(
  raw: string,
  redactions: readonly Redaction[],
  check: (text: string) => readonly Leak[],
): readonly Redaction[] | null {
  const first = redact(raw, redactions);
  const leaks = check(first.text);
  if (leaks.length === 0) return redactions;
  const more = leaks.map((leak) => ({
    start: rawOffset(first, leak.start),
    end: rawOffset(first, leak.end),
    class: leak.class,
    token: '[Identifying detail]',
  }));
  if (more.some(({ start, end }) => start < 0 || end <= start)) return null;
  const all = inOrder([...redactions, ...more]);
  return check(redact(raw, all).text).length === 0 ? all : null;
}
