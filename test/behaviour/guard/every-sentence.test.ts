import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildStages } from '../../../src/build-stages.ts';
import { plainly } from '../../../src/pipeline/circumstances.ts';
import { consult } from '../../../src/pipeline/consult.ts';
import { createShownLint } from '../../../src/pipeline/guard/shown.ts';
import type { Turn } from '../../../src/pipeline/message.ts';
import type { Outcome } from '../../../src/pipeline/outcome.ts';
import { receive } from '../../../src/pipeline/receive.ts';
import { LENSES, type Lens } from '../../../src/pipeline/settings/person-settings.ts';
import type { CaseThread } from '../../../src/pipeline/thread/case-thread.ts';
import { openCase } from '../../../src/pipeline/thread/open-case.ts';
import { bothSidesModal } from '../../../src/slack/views/both-sides-modal.ts';
import { optionsModal } from '../../../src/slack/views/options-modal.ts';
import { planParts } from '../../../src/slack/views/plan-modal.ts';
import { reply } from '../../../src/slack/views/reply.ts';
import type { ViewParts } from '../../../src/slack/views/view-parts.ts';
import { whereModal } from '../../../src/slack/views/where-modal.ts';
import { whyModal } from '../../../src/slack/views/why-modal.ts';
import { wordsModal } from '../../../src/slack/views/words-modal.ts';
import { AUTHOR, act, KEY } from '../../support/builders.ts';
import { textOf } from '../../support/fake-slack.ts';

const engine = buildStages();
const { stages, knowledge, lint } = engine;
const shown = createShownLint(knowledge);
const view: ViewParts = { knowledge, say: stages.say };
const NOW = new Date('2026-03-02T10:00:00Z');
const rows = readFileSync('bench/cases/dev/cases.jsonl', 'utf8').trim().split('\n');
const CASES = rows.map((row) => JSON.parse(row) as { id: string; text: string });

function arrived(raw: string): Turn {
  const received = receive(stages, {
    ...{ id: 't1', author: AUTHOR, ts: KEY.thread, at: 1, raw, context: {} },
  });
  if (received.kind === 'refused') throw new Error(`refused: ${received.why}`);
  return received.turn;
}

/** A case as it stands after one reading, safety in hand, told in the words of a school. */
function read(raw: string, lens: Lens | null) {
  const plain = plainly(NOW);
  const circumstances = { ...plain, settings: { ...plain.settings, lens } };
  const first = arrived(raw);
  const opened = consult(stages, openCase(KEY, 'case-1', first), [first], circumstances);
  if (opened.outcome.kind !== 'safety') return opened;
  return consult(stages, opened.kase, [act('in-hand', { at: 2 })], circumstances);
}

const PHRASE = /^(?:\*?“[^”]*”\*?)$/;

/** Everything that can be opened from a reading. */
function viewsOf(kase: CaseThread, outcome: Outcome): unknown[] {
  const { assessment } = kase;
  if (assessment === null) return [reply(outcome, kase, view)?.blocks];
  const { formulation } = assessment;
  return [
    reply(outcome, kase, view)?.blocks,
    formulation && bothSidesModal(formulation, assessment, 0, view).blocks,
    whyModal(assessment, 0, view).blocks,
    wordsModal(assessment, view).blocks,
    optionsModal(assessment, view).blocks,
    kase.stage && whereModal(kase.stage, null, view)?.blocks,
    planParts(4, kase, view).map((text) => ({ text })),
  ];
}

/** Sentences of ours; what the clinician wrote and what is said to a client stands in quotation marks. */
const sentencesOf = (value: unknown) =>
  textOf(value)
    .replace(/“[^”]*”/g, 'x')
    .split(/\n|(?<=[.!?])\s+(?=[A-Z])/)
    .map((line) => line.trim())
    .filter((line) => line.length > 2 && line !== 'mrkdwn');

const phrasesOf = (value: unknown) =>
  textOf(value)
    .split('\n')
    .filter((line) => PHRASE.test(line.trim()))
    .map((line) => line.replace(/[*“”]/g, '').trim());

describe('every sentence that a clinician is shown', () => {
  const lenses: (Lens | null)[] = [null, ...LENSES];
  const all = CASES.map(({ text }, at) => {
    const { kase, outcome } = read(text, lenses[at % lenses.length] ?? null);
    return { kase, views: viewsOf(kase, outcome) };
  });
  const sentences = new Set(all.flatMap(({ views }) => views.flatMap(sentencesOf)));

  it('was rendered for every write-up, in every school', () => {
    expect(all.length).toBeGreaterThan(100);
    expect(sentences.size).toBeGreaterThan(400);
  });

  it('is tentative, blames nobody, diagnoses nothing and promises nothing', () => {
    const faulty = [...sentences].map((text) => [text, ...shown(text).errors]);
    expect(faulty.filter(([, ...errors]) => errors.length > 0)).toEqual([]);
  });

  it('is, when it is to be said to a client, one that the guard passes for this very case', () => {
    const refused = all.flatMap(({ kase }) => {
      const { phrases } = kase.assessment?.suggestions ?? { phrases: [] };
      const inward = new Set(
        knowledge.interventions.filter(({ speaker }) => speaker === 'self').map(({ id }) => id),
      );
      const labels = kase.assessment?.reading.labels.map(({ id }) => id) ?? [];
      return phrases
        .filter(({ intervention }) => !inward.has(intervention))
        .filter(({ text }) => !lint(text, labels).pass)
        .map(({ text }) => text);
    });
    const offered = all.flatMap(({ views }) => phrasesOf(views[0]));
    expect(offered.length).toBeGreaterThan(100);
    expect(refused).toEqual([]);
  });
});
