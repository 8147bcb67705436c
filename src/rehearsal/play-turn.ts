import { joinSafe } from '../pipeline/deidentify/join-safe.ts';
import { sliceSafe } from '../pipeline/deidentify/slice-safe.ts';
import type { LabelStatus } from '../pipeline/outcome.ts';
import { abridge } from '../pipeline/reconcile/abridge.ts';
import type { Step } from '../pipeline/rehearsal/next-step.ts';
import type { ClientStands, PracticeTurn, Rehearsal } from '../pipeline/rehearsal/rehearsal.ts';
import { caseTurns } from '../pipeline/thread/case-text.ts';
import type { CaseThread } from '../pipeline/thread/case-thread.ts';
import { wordsWait } from './other-wording.ts';
import type { Played } from './play-client.ts';
import type { RehearsalParts } from './rehearsal-parts.ts';

/** Where danger is or was a matter for this client, only the curated lines are played. */
const NEAR: readonly LabelStatus[] = ['open', 'ask', 'in-hand', 'history', 'hypothetical'];

const near = ({ assessment }: CaseThread) =>
  assessment?.safety.labels.some(({ status }) => NEAR.includes(status)) ?? true;

/** What was said so far, in order. */
function talkOf(rehearsal: Rehearsal, lineOf: (stands: ClientStands) => string) {
  const talk: { client: string; said: PracticeTurn['text'] | null }[] = [
    { client: lineOf(rehearsal.opening), said: null },
  ];
  for (const { answer, wish, text } of rehearsal.turns) {
    if (answer !== null) talk.push({ client: lineOf(answer), said: wish === null ? text : null });
  }
  return talk;
}

/**
 * The client's next line and another wording from a model; null without one, and wherever its words
 * should not be asked for. The account that goes out is de-identified and abridged as for a reading.
 */
export async function playTurn(
  step: Extract<Step, { kind: 'reply' }>,
  kase: CaseThread,
  rehearsal: Rehearsal,
  turn: PracticeTurn,
  parts: RehearsalParts,
): Promise<Played | null> {
  const { play, played, knowledge } = parts;
  if (play === null || turn.rulesOnly || near(kase)) return null;
  const branch = played.branches.find(({ id }) => id === rehearsal.branch);
  const scene = branch?.scenes[step.client.scene];
  if (branch === undefined || scene === undefined) return null;
  const lines = Object.values(branch.scenes).flatMap((each) => each.lines);
  const lineOf = ({ words, line }: ClientStands) =>
    words ?? lines.find(({ id }) => id === line)?.text ?? '';
  const state = knowledge.machines
    .filter(({ id }) => branch.machines.includes(id))
    .flatMap(({ states }) => states[scene.stage] ?? [])[0];
  const strength = played.strengths.find(({ id }) => id === step.feedback.strength);
  const words = await play(
    {
      account: joinSafe(abridge(caseTurns(kase), [], sliceSafe)),
      direction: kase.assessment?.reading.direction ?? 'none',
      talk: talkOf(rehearsal, lineOf),
      said: turn.text,
      landing: step.landing,
      stands: state?.sees ?? '',
      example: lineOf(step.client),
      aim: strength?.shown.try ?? '',
    },
    rehearsal.labels,
  );
  return words && (await wordsWait(kase, parts)) ? { ...words, wording: null } : words;
}
