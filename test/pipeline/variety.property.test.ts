import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../demo/cases.ts';
import { buildStages } from '../../src/build-stages.ts';
import { plainly } from '../../src/pipeline/circumstances.ts';
import { consult } from '../../src/pipeline/consult.ts';
import { createLint } from '../../src/pipeline/guard/lint.ts';
import type { Edit, ThreadEvent } from '../../src/pipeline/message.ts';
import type { Phrase } from '../../src/pipeline/outcome.ts';
import type { CaseThread } from '../../src/pipeline/thread/case-thread.ts';
import { openCase } from '../../src/pipeline/thread/open-case.ts';
import { act, KEY, safe, turn } from '../support/builders.ts';

const { knowledge, stages } = buildStages();
const lint = createLint(knowledge);

const FIRST = [EXAMPLES.withdrawal, EXAMPLES.confrontation];
const MORE = [
  'Last week he changed the subject as soon as I asked about us.',
  'She smiled while telling me how bad it was, and I went along with it.',
  'He was late again and I was annoyed.',
];
const ASKED = [
  'less wordy please',
  'that sounds too stiff',
  'that sounds too soft',
  "she's 14",
  'that fell flat',
  'something I can say right now',
  'for next session',
  'we are on video',
  "I don't do feelings talk, I'm CBT",
  'in psychodynamic terms please',
  "that's not me",
  'another one please',
];
const PRESSED = ['another', 'shorter', 'softer', 'rung'] as const;

type Step = { readonly kind: 'say' | 'ask' | 'edit' | 'tap' | 'press'; readonly pick: number };
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom('say' as const, 'ask', 'ask', 'edit', 'tap', 'press', 'press'),
    pick: fc.nat({ max: 11 }),
  }),
  { minLength: 20, maxLength: 24 },
);

/** What a step makes happen in the thread, at its place in time. */
function eventsOf({ kind, pick }: Step, kase: CaseThread, at: number): readonly ThreadEvent[] {
  const when = { id: `e-${at}`, at: 10_000 * at, ts: `${1_700_000_000 + at}.000100` };
  if (kind === 'say') return [turn({ ...when, text: safe(MORE[pick % MORE.length] ?? '') })];
  if (kind === 'ask') return [turn({ ...when, text: safe(ASKED[pick % ASKED.length] ?? '') })];
  if (kind === 'tap') {
    const offered = kase.assessment?.reading.candidates ?? [];
    const id = offered[pick % Math.max(1, offered.length)]?.id;
    return id === undefined ? [] : [act('tap', { id: when.id, at: when.at, value: id })];
  }
  if (kind === 'press') {
    return [act(PRESSED[pick % PRESSED.length] ?? 'another', { id: when.id, at: when.at })];
  }
  const edited = kase.turns[0];
  if (edited === undefined) return [];
  const { kind: _, ...rest } = turn({ ...when, ts: edited.ts });
  const edit: Edit = { ...rest, kind: 'edit', text: safe(`${edited.text} ${MORE[pick % 3]}`) };
  return [edit, act('read-again', { id: `${when.id}-again`, at: when.at + 1 })];
}

/** Phrases newly shown at each step of a thread. */
function shownIn(first: string, all: readonly Step[]): readonly (readonly Phrase[])[] {
  const opening = turn({ text: safe(first) });
  const now = plainly(new Date('2026-01-15T12:00:00Z'));
  let kase = consult(stages, openCase(KEY, 'case', opening), [opening], now).kase;
  const rounds = [kase.assessment?.suggestions.phrases ?? []];
  for (const [at, step] of all.entries()) {
    const events = eventsOf(step, kase, at + 1);
    if (events.length === 0) continue;
    const { kase: next, outcome } = consult(stages, kase, events, now);
    kase = next;
    const rung = step.kind === 'press' && PRESSED[step.pick % PRESSED.length] === 'rung';
    if (outcome.kind === 'reading' && !rung) rounds.push(outcome.assessment.suggestions.phrases);
  }
  return rounds;
}

describe('a thread of more than twenty turns', () => {
  it('never shows the same words twice, whatever is asked, edited, tapped or pressed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIRST), steps, (first, all) => {
        const rounds = shownIn(first, all);
        const ids = rounds.flat().map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const texts = rounds.flat().map(({ text }) => text);
        expect(new Set(texts).size).toBe(texts.length);
        expect(rounds[0]?.length).toBeGreaterThan(0);
        for (const { text } of rounds.flat()) {
          expect(text).not.toMatch(/[{}[\]]/);
          expect(lint(text).errors.filter((code) => code !== 'mp-own-part')).toEqual([]);
        }
      }),
      // A thread of two dozen readings takes about a second.
      { numRuns: 4 },
    );
  });

  it('has words for twenty presses of another, and says so when it has none left', () => {
    const presses = Array.from({ length: 24 }, (): Step => ({ kind: 'press', pick: 0 }));
    const rounds = shownIn(EXAMPLES.withdrawal, presses);
    expect(rounds.filter((round) => round.length > 0).length).toBeGreaterThanOrEqual(9);
    expect(rounds.slice(0, 6).every((round) => round.length === 3)).toBe(true);
  });
});
