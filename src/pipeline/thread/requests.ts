import type { LensWords, RequestRule } from '../../knowledge/choice-knowledge.ts';
import type { Voice } from '../../knowledge/knowledge.ts';
import type { KeptTurn } from './case-thread.ts';
import { leftOf } from './filler.ts';

/** What stands for the rest of a thread because the clinician said so. */
interface Standing {
  readonly voices: readonly Voice[];
  /** Id of the school whose words were asked for, null for plain words, undefined when nothing was said. */
  readonly lens: string | null | undefined;
  /** Signals that hold from then on. */
  readonly signals: readonly string[];
}

/** One rule that a text met, and the school it named. */
interface Heard {
  readonly rule: RequestRule;
  readonly lens: string | null | undefined;
}

/** Finds what is asked of the next suggestion in a text. */
export interface Requests {
  /** Rules that a text meets, in the order of the knowledge file. */
  readonly heard: (text: string) => readonly Heard[];
  /** True for a message that asks and tells nothing of the case. */
  readonly isRequest: (text: string) => boolean;
  readonly standing: (turns: readonly Pick<KeptTurn, 'text'>[]) => Standing;
}

interface Ready {
  readonly rule: RequestRule;
  readonly patterns: readonly RegExp[];
}

/** A school with every way it may be named. */
interface Named {
  readonly id: string;
  readonly pattern: RegExp;
}

const TIMES: readonly string[] = ['sg-asked-now', 'sg-asked-later'];
const MOST_WORDS = 25;
/** With more words of its own than this a message tells of the case rather than asking for something. */
const MOST_LEFT = 4;
const PURE_LEFT = 1;
const SLOT = '<LENS>';
const OPENS =
  /^(?:(?:ok|okay|thanks|thank you|hi|hello|hmm|and|but|please|sorry),? ){0,3}(?:please|can|could|would|make|give|try|show|something|anything|i(?:'d| would) (?:like|need|prefer)|i (?:need|want)|how about|what about|what if|is there|are there|do you|have you)\b/i;
const APOSTROPHES = /[’‘ʼ]/g;
/** Messages one sees again and again are judged once. */
const MOST_KEPT = 500;

function compile(rules: readonly RequestRule[], names: string): readonly Ready[] {
  return rules.map((rule) => ({
    rule,
    patterns: rule.patterns.map((source) => new RegExp(source.replaceAll(SLOT, names), 'gi')),
  }));
}

/**
 * Builds the reading of requests. A rule counts in a short message that holds little else, or opens
 * like a request; rules marked `anywhere` count in an account of any length.
 */
export function createRequests(
  rules: readonly RequestRule[],
  lenses: readonly Pick<LensWords, 'id' | 'names' | 'capitals'>[],
): Requests {
  const named = lenses.map(
    ({ id, names }): Named => ({ id, pattern: new RegExp(`\\b(?:${names})(?![\\w-])`, 'i') }),
  );
  const all = `(?:${lenses.map(({ names }) => names).join('|') || '(?!)'})(?![\\w-])`;
  const small = lenses.flatMap(({ capitals }) => capitals.map((name) => name.toLowerCase()));
  const everyday = new RegExp(`\\b(?:${small.join('|') || '(?!)'})\\b`);
  const ready = compile(rules, all);

  const lensIn = (words: string) => named.find(({ pattern }) => pattern.test(words))?.id ?? null;

  function lensOf(rule: RequestRule, matched: readonly string[]): Heard['lens'] {
    if (rule.lens === null) return undefined;
    return rule.lens === 'any' ? lensIn(matched.at(-1) ?? '') : null;
  }

  function judge(written: string): { heard: readonly Heard[]; pure: boolean } {
    const text = written.replace(APOSTROPHES, "'").trim();
    const short = text.split(/\s+/, MOST_WORDS + 1).length <= MOST_WORDS;
    const met = ready.flatMap(({ rule, patterns }) => {
      if (!short && !rule.anywhere) return [];
      const matched = patterns
        .flatMap((pattern) => text.match(pattern) ?? [])
        .filter((words) => rule.lens !== 'any' || !everyday.test(words));
      return matched.length > 0 ? [{ rule, matched, lens: lensOf(rule, matched) }] : [];
    });
    const rest = met.flatMap(({ matched }) => matched).reduce(without, text);
    const left = leftOf(rest);
    const asks = short && (left <= MOST_LEFT || OPENS.test(text));
    const heard = met.filter(({ rule }) => rule.anywhere || asks);
    return { heard, pure: heard.length > 0 && short && left <= PURE_LEFT };
  }

  const kept = new Map<string, ReturnType<typeof judge>>();
  function judged(text: string) {
    const known = kept.get(text) ?? judge(text);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, known);
    return known;
  }

  return {
    heard: (text) => judged(text).heard,
    isRequest: (text) => judged(text).pure,
    standing: (turns) => {
      const said = turns.flatMap(({ text }) => judged(text).heard);
      return {
        voices: [...new Set(said.flatMap(({ rule }) => rule.voice ?? []))].reverse(),
        lens: said.map(({ lens }) => lens).findLast((lens) => lens !== undefined),
        signals: signalsOf(said),
      };
    },
  };
}

const without = (text: string, words: string) => text.replace(words, ' ');

/** What was asked for last holds: words for now, or for later. Two tries that fell flat are two tries. */
function signalsOf(said: readonly Heard[]): readonly string[] {
  const all = said.flatMap(({ rule }) => rule.signals);
  const times = all.filter((id) => TIMES.includes(id));
  const flat = all.filter((id) => id === 'sg-fell-flat').length;
  return [
    ...new Set(all.filter((id) => !times.includes(id))),
    ...times.slice(-1),
    ...(flat >= 2 ? ['sg-tried-twice'] : []),
  ];
}
