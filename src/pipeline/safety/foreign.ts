import type { SafetyLanguage } from '../../knowledge/safety-extra.ts';
import { createFindWordings } from './find-wordings.ts';
import type { Lexicon } from './lexicon.ts';
import { compileWording } from './wording.ts';
import type { Word } from './words.ts';

/** A safety word of another language found in a text; UTF-16 offsets. */
export interface ForeignHit {
  readonly id: string;
  readonly status: 'open' | 'ask';
  readonly start: number;
  readonly end: number;
}

interface Phrase {
  readonly id: string;
  readonly status: 'open' | 'ask';
  readonly text: string;
  readonly not: readonly string[];
}

/** Scripts in which words are looked for as they stand: no spaces, or endings and articles joined on. */
const JOINED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Arabic}\p{Script=Devanagari}]/u;
const ENGLISH = new Set(
  (
    'the and is was are were be been has have had do did does she he they her his him them their it its my me we our ' +
    'you your who which to of a an in that this with for not no nor on at but so as by from about after before when ' +
    'if then than or will would can could never nothing client patient pt ct says said asked told session week weeks ' +
    'plan thoughts history good now since last next today years old'
  ).split(' '),
);
const NO_LISTS = {};
/** From this share of common English words on, a text counts as English. */
const ENGLISH_SHARE = 0.15;
/** How many words, or characters of a joined script, before a phrase a denial reaches. */
const REACH = 3;

/** Whether enough of the words are common English ones. */
function isEnglish(words: readonly Word[]): boolean {
  const common = words.filter(({ lower }) => ENGLISH.has(lower)).length;
  return common >= words.length * ENGLISH_SHARE;
}

function phrasesOf({ open, ask, not }: SafetyLanguage): Phrase[] {
  const listed = (byId: SafetyLanguage['open'], status: Phrase['status']) =>
    Object.entries(byId).flatMap(([id, texts]) => texts.map((text) => ({ id, status, text, not })));
  return [...listed(open, 'open'), ...listed(ask, 'ask')];
}

function isDenied(not: readonly string[], before: readonly string[]): boolean {
  return not.some((word) => {
    const stem = word.replace('*', '');
    return before.some((other) => (stem === word ? other === word : other.startsWith(stem)));
  });
}

/**
 * Builds the search for safety words of other languages. Plain ones count in any text; words that only
 * ask count where the text is not English, since some of them are English words as well.
 */
export function createFindForeign(languages: readonly SafetyLanguage[], lexicon: Lexicon) {
  const phrases = languages.flatMap(phrasesOf);
  const joined = phrases.filter(({ text }) => JOINED.test(text));
  const find = createFindWordings<Phrase>(
    phrases
      .filter(({ text }) => !JOINED.test(text))
      .map((phrase) => ({ wording: compileWording(phrase.text, NO_LISTS), for: phrase })),
    lexicon,
  );

  return (text: string, words: readonly Word[]): ForeignHit[] => {
    let english: boolean | undefined;
    const counts = ({ status }: Phrase) => {
      if (status === 'open') return true;
      english ??= isEnglish(words);
      return !english;
    };
    const spaced = find(words).flatMap(({ from, to, for: phrase }) => {
      if (!counts(phrase)) return [];
      const before = words.slice(Math.max(0, from - REACH), from).map(({ lower }) => lower);
      const status = isDenied(phrase.not, before) ? 'ask' : phrase.status;
      return [{ id: phrase.id, status, ...offsets(words, from, to) } as const];
    });
    if (!JOINED.test(text)) return spaced;
    return [...spaced, ...joined.filter(counts).flatMap((phrase) => standing(phrase, text))];
  };
}

function offsets(words: readonly Word[], from: number, to: number) {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
}

/** The first place where a phrase stands as it is; a denial may stand on either side. */
function standing({ id, status, text: phrase, not }: Phrase, text: string): ForeignHit[] {
  const bare = phrase.replace('*', '');
  const start = text.indexOf(bare);
  if (start < 0) return [];
  const end = start + bare.length;
  const around = `${text.slice(Math.max(0, start - REACH), start)} ${text.slice(end, end + REACH)}`;
  return [{ id, status: not.some((word) => around.includes(word)) ? 'ask' : status, start, end }];
}
