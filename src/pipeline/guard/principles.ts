import { compileList } from './compile-pattern.ts';
import { countQuestions } from './questions.ts';
import type { Spoken } from './spoken.ts';

/** Ids of principles a phrase breaks (errors) or does without (warnings). */
export interface Held {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** Something the therapist did is among the labels: then the phrase must own it. */
const THERAPIST_DID: ReadonlySet<string> = new Set([
  'trg-therapist-time',
  'trg-interruption',
  'trg-empathic-failure',
  'th-confrontation',
]);
const FRAME_OR_CULTURE = /^(?:trg-|cf-complaint-parameters$|cau-power-|cau-cultural-)/;
const SHORT_WORDS = 45;
const MOST_WORDS = 70;
const MOST_SENTENCES = 3;
const MOST_IN_ONE = 55;
const ONE_APOLOGY = /\b(?:sorry|apologi[sz]e|apology|apologies)\b/g;
const PAST = /\b(?:was|were|had|did|\w{2,12}ed)\b/g;
const PRESENT = /\b(?:is|are|am|have|has|do|does|feel|wonder|notice|think|seems?|'m|'re|'s)\b/g;

type Lists = Readonly<Record<string, string>>;
type Has = (name: string, text: string) => boolean;

const count = (text: string, what: RegExp) => (text.match(what) ?? []).length;
const longest = (said: Spoken) =>
  Math.max(0, ...said.sentences.map((sentence) => sentence.split(' ').length));

function errorsOf(said: Spoken, context: readonly string[], has: Has, asks: RegExp): string[] {
  const { text } = said;
  const owes = context.some((id) => THERAPIST_DID.has(id));
  const broken: [string, boolean][] = [
    ['mp-subjective', !has('OPENING', text)],
    ['mp-own-part', owes && !has('OWN_PART', text)],
    ['mp-concrete', has('ALWAYS_NEVER', text)],
    ['mp-shifting', has('TRAIT_NOUN', text)],
    ['mp-invite', countQuestions(said.sentences, asks) > 1],
    ['mp-brief', said.words > MOST_WORDS || longest(said) > MOST_IN_ONE],
  ];
  return broken.filter(([, is]) => is).map(([id]) => id);
}

function warningsOf(said: Spoken, context: readonly string[], has: Has): string[] {
  const { text } = said;
  const frame = context.some((id) => FRAME_OR_CULTURE.test(id));
  const against = context.some((id) => id.startsWith('cf-'));
  const past = count(text, PAST) > count(text, PRESENT);
  const lacking: [string, boolean][] = [
    ['mp-subjective', !has('SELF_EXPERIENCE', text)],
    ['mp-we', !has('WE', text)],
    ['mp-no-parallel', has('OTHER_REL', text) && !has('HEDGE', text)],
    ['mp-own-part', !has('OWN_PART', text)],
    ['mp-validate', against && !has('VALIDATE', text)],
    ['mp-power', frame && !has('PERMISSION', text)],
    ['mp-here-now', !has('HERE_NOW', text) || (past && !has('HERE_NOW', text))],
    ['mp-concrete', !has('MOMENT', text)],
    ['mp-invite', (!text.endsWith('?') && !has('INVITE', text)) || /\bwhy\b/.test(text)],
    ['mp-no-caretaking', count(text, ONE_APOLOGY) > 1],
    ['mp-brief', said.words > SHORT_WORDS || said.sentences.length > MOST_SENTENCES],
  ];
  return lacking.filter(([, is]) => is).map(([id]) => id);
}

/**
 * Builds the checks of the principles that are no pattern of form: what has to be there, how long,
 * how many questions (clinical section 3). Plan-level principles are held elsewhere.
 */
export function createPrincipleCheck(
  lists: Lists,
): (said: Spoken, context: readonly string[]) => Held {
  const compiled = new Map(
    Object.entries(lists).map(([name, source]) => [name, compileList(source, lists)]),
  );
  const has: Has = (name, text) => compiled.get(name)?.test(text) ?? false;
  const asks = compileList('^(and |or |but |so |then |well,? )?<ASKS>\\b', lists);
  return (said, context) => ({
    errors: errorsOf(said, context, has, asks),
    warnings: warningsOf(said, context, has),
  });
}
