import type {
  Branch,
  Landing,
  RehearsalKnowledge,
  RehearsalRequest,
} from '../../knowledge/rehearsal-knowledge.ts';
import { chooseLine } from './choose-line.ts';
import { type Feedback, feedbackOn } from './feedback.ts';
import type { Hear } from './hear.ts';
import { type ClientStands, clientNow, type Rehearsal, saidTurns } from './rehearsal.ts';

/** What follows from one message of the clinician. */
export type Step =
  | { readonly kind: 'stop' }
  /** Back to the moment before the last thing said, or on with the same one for a hint. */
  | { readonly kind: 'again' | 'hint'; readonly client: ClientStands; readonly strength: string }
  | {
      readonly kind: 'reply';
      readonly landing: Landing;
      readonly feedback: Feedback;
      readonly client: ClientStands;
      /** True when this was the last turn. */
      readonly ends: boolean;
    };

/** So many things said to the client make a rehearsal; more tires. */
export const MOST_TURNS = 8;

/** Ids of every line that was said. */
const usedLines = ({ opening, turns }: Rehearsal) => [
  opening.line,
  ...turns.flatMap(({ answer }) => (answer ? [answer.line] : [])),
];

/** Where the client stood before the last thing that was said to them. */
function before({ opening, turns }: Rehearsal): ClientStands {
  const said = saidTurns({ turns });
  const last = said.at(-1);
  if (last === undefined) return opening;
  const earlier = turns.slice(0, turns.indexOf(last));
  return clientNow({ opening, turns: earlier });
}

/** Ends the step at a line of the scene that follows. */
function moved(
  branch: Branch,
  rehearsal: Rehearsal,
  landing: Landing,
): { client: ClientStands; ends: boolean } {
  const now = clientNow(rehearsal);
  const to = branch.scenes[now.scene]?.leads?.[landing] ?? now.scene;
  const scene = branch.scenes[to];
  if (scene === undefined) throw new RangeError(`There is no scene '${to}' in ${branch.id}.`);
  const { labels, voice } = rehearsal;
  const seed = `${rehearsal.startedAt}`;
  const line = chooseLine(scene, { labels, voice, used: usedLines(rehearsal), seed });
  const last = saidTurns(rehearsal).length + 1 >= MOST_TURNS;
  const client = { scene: to, line: line.id, words: null };
  return { client, ends: last || scene.leads === undefined };
}

/**
 * What follows from one message in a rehearsal. Pure: the same rehearsal and words always lead to the
 * same step, so that a step that was interrupted can be taken again.
 */
export function nextStep(
  played: RehearsalKnowledge,
  hear: Hear,
  rehearsal: Rehearsal,
  said: { readonly text: string; readonly wish: RehearsalRequest['wish'] | null },
): Step {
  if (said.wish === 'stop') return { kind: 'stop' };
  const branch = played.branches.find(({ id }) => id === rehearsal.branch);
  const client = said.wish === 'again' ? before(rehearsal) : clientNow(rehearsal);
  const scene = branch?.scenes[client.scene];
  if (branch === undefined || scene === undefined) return { kind: 'stop' };
  if (said.wish !== null) return { kind: said.wish, client, strength: scene.wants[0] ?? '' };
  const heard = hear(said.text, rehearsal.labels);
  const feedback = feedbackOn(heard, scene, played);
  const { landing } = heard;
  return { kind: 'reply', landing, feedback, ...moved(branch, rehearsal, landing) };
}
