import { describe, expect, it } from 'vitest';
import { play, type Seen } from '../support/threads/play.ts';
import { readScripts, type Step } from '../support/threads/script.ts';

const SCRIPTS = readScripts(new URL('threads/', import.meta.url));

type Words = { readonly has: readonly string[]; readonly lacks: readonly string[] } | undefined;

function holdsWords(where: string, text: string, words: Words): void {
  for (const each of words?.has ?? []) expect(text, where).toContain(each);
  for (const each of words?.lacks ?? []) expect(text, where).not.toContain(each);
}

function holdsKept(where: string, { kase }: Seen, kept: NonNullable<Step['expect']['kept']>): void {
  if (kept.gone) {
    expect(kase, where).toBeNull();
    return;
  }
  const { reading } = kase?.assessment ?? {};
  const found = {
    state: kase?.state,
    direction: reading?.direction,
    labels: reading?.labels.map(({ id }) => id),
    tapped: kase?.tapped,
    turns: kase?.turns.length,
    tries: kase?.tries.map(({ how }) => how),
    stages: kase?.stage?.path.map(({ state }) => state),
  };
  const { labels, ...exact } = kept;
  expect(found, where).toMatchObject(exact);
  if (labels) expect(found.labels, where).toEqual(expect.arrayContaining(labels));
}

function holds(step: Step, seen: Seen, at: number): void {
  const { replies, last, thread, notes, fresh, phrases, kept } = step.expect;
  const where = `step ${at + 1}`;
  if (replies !== undefined) expect(seen.replies.length, where).toBe(replies);
  holdsWords(where, seen.replies.at(-1) ?? '', last);
  holdsWords(where, seen.replies.join('\n'), thread);
  holdsWords(where, seen.notes, notes);
  if (phrases !== undefined) expect(seen.phrases.length, where).toBe(phrases);
  if (fresh) {
    expect(seen.phrases.length, where).toBeGreaterThan(0);
    expect(
      seen.phrases.filter((each) => seen.before.has(each)),
      where,
    ).toEqual([]);
  }
  if (kept !== undefined) holdsKept(where, seen, kept);
}

describe('threads as clinicians write them', () => {
  it('are twenty at least', () => {
    expect(SCRIPTS.length).toBeGreaterThanOrEqual(20);
  });

  it.each(SCRIPTS)('$script.title: $script.shows', ({ script }) => play(script, holds), 20_000);
});
