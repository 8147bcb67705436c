import type { Engine } from '../build-stages.ts';
import type { LeakGuard, Watch } from '../pipeline/deidentify/leak-guard.ts';
import { admit } from '../pipeline/guard/admit.ts';
import type { Admit, LanguageModel, PlayAnswer } from '../pipeline/language-model.ts';
import { createAdmitWords } from '../pipeline/reconcile/admit-words.ts';
import { createExplainFault } from '../pipeline/reconcile/explain-fault.ts';
import { instructionLike } from '../pipeline/reconcile/instruction-like.ts';
import type { PlayClient, Played } from './play-client.ts';

/** What playing the client with a model needs. */
export interface PlayOptions {
  readonly leakGuard: LeakGuard;
  /** Milliseconds for all calls of one turn. */
  readonly totalMs: number;
  /** Counts what the guard did not let pass. */
  readonly dropped: (why: string, count: number) => void;
}

interface WordFault {
  readonly of: string;
  readonly codes: readonly string[];
}

const NOBODY: Watch = { known: [], names: new Set(), allowed: new Set() };
const MOST_WORDS = 45;
const ASIDE = /[()*]|^["“]|["”]$/;

/** What is wrong with a client's line, for the one request for a better one. */
const OWN: Readonly<Record<string, string>> = {
  'play-danger': 'It goes near danger, harm or despair; let the client speak of the hour instead.',
  'play-long': 'It is longer than 40 words.',
  'play-aside': 'It holds a stage direction, brackets or quotation marks.',
  'play-repeated': 'It repeats what was said before.',
  'play-instructs': 'It speaks to a reader instead of to the therapist.',
};

/**
 * Puts the playing of a client by a model together. A line must hold nothing of danger, nobody's name
 * and no markup; another wording passes the same guard as any phrase. What fails is asked for once
 * more with the faults named, and then left out, so that the curated words stand.
 */
export function buildPlay(
  { stages, knowledge, lint }: Pick<Engine, 'stages' | 'knowledge' | 'lint'>,
  model: LanguageModel,
  { leakGuard, totalMs, dropped }: PlayOptions,
): PlayClient {
  const leaks = (text: string) => leakGuard(text, NOBODY).length > 0;
  const gate = (text: string) => admit(text, { passes: () => true, leaks });
  const explained = createExplainFault(knowledge);
  const explain = (code: string) => OWN[code] ?? explained(code);
  const spoken = createAdmitWords({ faults: (text, ids) => lint(text, [...ids]).errors, gate });
  const client = createAdmitWords({
    gate,
    faults: (text, said) => [
      ...(stages.screen(text).status === 'clear' ? [] : ['play-danger']),
      ...(text.split(/\s+/).length > MOST_WORDS ? ['play-long'] : []),
      ...(ASIDE.test(text) ? ['play-aside'] : []),
      ...(said.includes(text) ? ['play-repeated'] : []),
      ...(instructionLike(text) ? ['play-instructs'] : []),
    ],
  });

  return async (input, context) => {
    const signal = AbortSignal.timeout(totalMs);
    const said = [...input.talk.flatMap((each) => [each.client, each.said ?? '']), input.said];
    const checked = (of: string, text: string, admits: Admit, with_: readonly string[]) => {
      const result = admits(text, with_);
      const faults: WordFault[] = result.ok ? [] : [{ of, codes: result.faults }];
      return { words: result.ok ? result.text : null, faults };
    };
    const hold = (answer: PlayAnswer) => {
      const line = checked('line', answer.line, client, said);
      const wording = checked('wording', answer.wording, spoken, context);
      const faults = [...line.faults, ...wording.faults];
      if (faults.length > 0) dropped('guard', faults.length);
      return { played: { line: line.words, wording: wording.words }, faults };
    };
    async function asked(faults: readonly WordFault[]) {
      const named = faults.map(({ of, codes }) => ({ of, said: codes.map(explain) }));
      const reply = await model.ask('rehearse', { ...input, faults: named }, signal);
      return reply.ok ? hold(reply.value) : null;
    }

    const first = await asked([]);
    if (first === null) return null;
    const second = first.faults.length > 0 ? await asked(first.faults) : null;
    const both: Played = {
      line: first.played.line ?? second?.played.line ?? null,
      wording: first.played.wording ?? second?.played.wording ?? null,
    };
    return both;
  };
}
