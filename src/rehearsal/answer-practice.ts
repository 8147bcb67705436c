import type { ThreadKey } from '../pipeline/message.ts';
import { nextStep, type Step } from '../pipeline/rehearsal/next-step.ts';
import type { PracticeMessage, Wording } from '../pipeline/rehearsal/practice-message.ts';
import {
  type ClientStands,
  type Ended,
  type PracticeAnswer,
  type PracticeTurn,
  type Rehearsal,
  rehearsalId,
} from '../pipeline/rehearsal/rehearsal.ts';
import { summaryOf } from '../pipeline/rehearsal/summary.ts';
import type { CaseThread } from '../pipeline/thread/case-thread.ts';
import { isUnsafe } from './begin-rehearsal.ts';
import { otherWording } from './other-wording.ts';
import { playTurn } from './play-turn.ts';
import { REHEARSAL_MS, type RehearsalParts } from './rehearsal-parts.ts';

/** What one message comes to: what is shown, what is kept of it, and whether the rehearsal is over. */
interface Answered {
  readonly message: PracticeMessage;
  readonly answer: PracticeAnswer | null;
  readonly ended: Ended | null;
}

const MOST_IN_A_ROW = 20;

/** What the client says, in the words of a model or the curated ones. */
function wordsOf({ words, line }: ClientStands, { played }: RehearsalParts): string {
  if (words !== null) return words;
  const lines = played.branches.flatMap(({ scenes }) =>
    Object.values(scenes).flatMap((scene) => scene.lines),
  );
  return lines.find(({ id }) => id === line)?.text ?? '';
}

/** The rehearsal with one turn answered. */
const withAnswer = (
  rehearsal: Rehearsal,
  turn: string,
  answer: PracticeAnswer | null,
  ended: Ended | null,
): Rehearsal => ({
  ...rehearsal,
  turns: ended
    ? []
    : rehearsal.turns.map((each) => (each.id === turn && answer ? { ...each, answer } : each)),
  ended: rehearsal.ended ?? ended,
});

async function replied(
  step: Extract<Step, { kind: 'reply' }>,
  kase: CaseThread,
  rehearsal: Rehearsal,
  turn: PracticeTurn,
  parts: RehearsalParts,
): Promise<Answered> {
  const { feedback, landing, ends } = step;
  const played = await playTurn(step, kase, rehearsal, turn, parts);
  const phrase = played?.wording
    ? null
    : await otherWording(kase, rehearsal, feedback.strength, parts);
  const text = played?.wording ?? phrase?.text;
  const source = played?.wording ? ('model' as const) : ('library' as const);
  const wording: Wording | null = text ? { text, why: feedback.why, source } : null;
  const client = { ...step.client, words: played?.line ?? null };
  const answer = { ...client, landing, phrase: phrase?.id ?? null };
  const whole = withAnswer(rehearsal, turn.id, answer, null);
  return {
    message: {
      ...{ kind: 'reply', feedback, wording, client: wordsOf(client, parts) },
      summary: ends ? summaryOf(parts.played, parts.hear, whole) : null,
    },
    answer,
    ended: ends ? 'finished' : null,
  };
}

/** Back to an earlier moment, or a wording for this one. */
async function pointed(
  step: Extract<Step, { kind: 'again' | 'hint' }>,
  kase: CaseThread,
  rehearsal: Rehearsal,
  parts: RehearsalParts,
): Promise<Answered> {
  const { kind, client, strength } = step;
  const phrase = kind === 'hint' ? await otherWording(kase, rehearsal, strength, parts) : null;
  const why = parts.played.strengths.find(({ id }) => id === strength)?.shown.why ?? '';
  const wording = phrase && { text: phrase.text, why, source: 'library' as const };
  return {
    message: { kind, wording, client: wordsOf(client, parts) },
    answer: { ...client, landing: null, phrase: phrase?.id ?? null },
    ended: null,
  };
}

async function answeredBy(
  kase: CaseThread | null,
  rehearsal: Rehearsal,
  turn: PracticeTurn,
  parts: RehearsalParts,
): Promise<Answered> {
  const over = (why: Ended, message: PracticeMessage): Answered => ({
    ...{ message, answer: null, ended: why },
  });
  if (kase === null || kase.id !== rehearsal.caseId) {
    return over('case-gone', { kind: 'ended', why: 'case-gone', summary: null });
  }
  if (isUnsafe(kase)) {
    const safety = kase.assessment?.safety ?? { status: 'ask', labels: [], responses: [] };
    return over('safety', { kind: 'safety', safety, ends: true });
  }
  const { played, hear } = parts;
  const step = nextStep(played, hear, rehearsal, turn);
  if (step.kind === 'stop') {
    const summary = summaryOf(played, hear, rehearsal);
    return over('stopped', { kind: 'ended', why: 'stopped', summary });
  }
  if (step.kind === 'reply') return replied(step, kase, rehearsal, turn, parts);
  return pointed(step, kase, rehearsal, parts);
}

/**
 * Answers what is unanswered in a rehearsal, one message after the other. What was posted before a
 * crash is found again by its turn, so that it may be repeated at any time; when it is over, nothing
 * of what was said is kept.
 */
export function createAnswer(parts: RehearsalParts) {
  const { records, store, voice, alarms } = parts;
  const running = new Map<string, Promise<void>>();

  async function work(key: ThreadKey): Promise<void> {
    const { team } = key;
    const id = rehearsalId(key);
    const at = { team, kind: 'rehearsal', id } as const;
    for (let count = 0; count < MOST_IN_A_ROW; count += 1) {
      const rehearsal = await records.read(at);
      const turn = rehearsal?.turns.find(({ answer }) => answer === null);
      if (!rehearsal || rehearsal.ended !== null || turn === undefined) break;
      const kase = await store.load(rehearsal.about);
      const { message, answer, ended } = await answeredBy(kase, rehearsal, turn, parts);
      await voice.show(key, { turn: turn.id, after: turn.ts }, message);
      await records.change(at, (was) => was && withAnswer(was, turn.id, answer, ended), {
        ttlMs: REHEARSAL_MS,
      });
    }
    await alarms.clear(team, `rehearsal:${id}`);
  }

  /** One at a time in each rehearsal. */
  return async (key: ThreadKey): Promise<void> => {
    const id = `${key.team}:${rehearsalId(key)}`;
    const before = running.get(id) ?? Promise.resolve();
    const now = before.catch(() => undefined).then(() => work(key));
    running.set(id, now);
    try {
      await now;
    } finally {
      if (running.get(id) === now) running.delete(id);
    }
  };
}
