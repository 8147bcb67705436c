import { plainly } from '../pipeline/circumstances.ts';
import { consult } from '../pipeline/consult.ts';
import { joinSafe } from '../pipeline/deidentify/join-safe.ts';
import type { ThreadEvent, Turn, Unreadable } from '../pipeline/message.ts';
import type { Assessment } from '../pipeline/outcome.ts';
import { receive } from '../pipeline/receive.ts';
import type { Stages } from '../pipeline/stages.ts';
import { openCase } from '../pipeline/thread/open-case.ts';
import type { ToRefine } from '../refine.ts';
import { LineError } from './json-lines.ts';

/** One case as it comes in on the command line. */
export interface CaseInput {
  readonly id: string;
  readonly texts: readonly { readonly user: string; readonly text: string }[];
}

const WHAT_TO_DO: Record<Exclude<Unreadable, 'not-english'> | 'leak' | 'failed', string> = {
  empty: 'There is no text. Describe the stuck moment in a few sentences.',
  'no-words': 'There are no words to read. Describe the stuck moment in a few sentences.',
  'too-long': 'The text is longer than 40,000 characters. Cut it to the moment that matters.',
  leak: 'The text may still hold identifiers and was refused. Take out names, places and numbers.',
  failed:
    'Identifiers could not be removed, so the text was refused. Take out names and try again.',
};

function arrive(stages: Stages, input: CaseInput) {
  const removed: { class: string; start: number; end: number }[] = [];
  const turns: Turn[] = [];
  let offset = 0;
  for (const [index, { user, text: raw }] of input.texts.entries()) {
    const context = { earlier: input.texts.slice(0, index).map(({ text }) => text) };
    const at = index;
    const received = receive(stages, {
      id: `t${index}`,
      author: user,
      ts: `${at}`,
      at,
      raw,
      context,
    });
    if (received.kind === 'refused') throw new LineError(received.why, WHAT_TO_DO[received.why]);
    const { unreadable } = received.turn;
    if (unreadable !== null && unreadable !== 'not-english') {
      throw new LineError(unreadable, WHAT_TO_DO[unreadable]);
    }
    removed.push(
      ...received.removed.map((span) => ({
        class: span.class,
        start: span.start + offset,
        end: span.end + offset,
      })),
    );
    offset += raw.length + 2;
    turns.push(received.turn);
  }
  return { turns, removed };
}

/** A refined assessment of the turn, or null when the first reading stays. */
export type Refiner = (turn: ToRefine) => Promise<Assessment | null>;

/** A case as the pipeline left it, before it is printed; nothing to refine when it could not be read. */
function readCase(stages: Stages, input: CaseInput, now: Date) {
  const started = performance.now();
  const { turns, removed } = arrive(stages, input);
  const [first] = turns;
  if (first === undefined) throw new LineError('empty', WHAT_TO_DO.empty);
  const key = { team: 'T0', channel: 'C0', thread: first.ts };
  const events: readonly ThreadEvent[] = turns;
  const before = openCase(key, input.id, first);
  const { kase, outcome } = consult(stages, before, events, plainly(now));
  const text = joinSafe(turns.map((turn) => turn.text).filter((part) => part !== ''));
  const base = { id: input.id, text, removed, started };
  if (outcome.kind === 'unreadable') {
    return { ...base, assessment: unread(stages, outcome.safety), turn: null };
  }
  const assessment = kept(kase.assessment);
  return { ...base, assessment, turn: { before, kase, first: assessment, events } };
}

function printed(read: ReturnType<typeof readCase>, assessment: Assessment) {
  return {
    id: read.id,
    deidentified: { text: read.text, removed: read.removed },
    safety: assessment.safety,
    reading: { ...assessment.reading, formulation: assessment.formulation },
    suggestions: assessment.suggestions,
    questions: assessment.questions,
    versions: assessment.versions,
    ms: Math.round((performance.now() - read.started) * 10) / 10,
  };
}

/** One case through the pipeline as `assess --json` prints it (design: command-line contract). */
export function assessCase(stages: Stages, input: CaseInput, now: Date) {
  const read = readCase(stages, input, now);
  return printed(read, read.assessment);
}

/** The same with a language model behind it. */
export async function assessRefined(stages: Stages, input: CaseInput, now: Date, refine: Refiner) {
  const read = readCase(stages, input, now);
  const refined = read.turn === null ? null : await refine(read.turn);
  return printed(read, refined ?? read.assessment);
}

function kept(assessment: Assessment | null): Assessment {
  if (assessment === null) throw new LineError('failed', WHAT_TO_DO.failed);
  return assessment;
}

/** What stands for a text that is not English: what the screen saw and one plain line. */
function unread(stages: Stages, safety: Assessment['safety']): Assessment {
  return {
    text: joinSafe([]),
    safety,
    reading: { direction: 'none', enoughInfo: false, labels: [], candidates: [] },
    formulation: null,
    suggestions: {
      phrases: [],
      innerCheck: null,
      consultation: [],
      withheld: stages.say('unreadable.not-english'),
      ...{ strategy: null, why: null, cautions: [], forYou: [] },
    },
    questions: [],
    versions: stages.versions,
    lens: null,
  };
}
