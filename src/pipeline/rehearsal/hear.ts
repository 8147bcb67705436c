import type { Landing, Pull, RehearsalKnowledge } from '../../knowledge/rehearsal-knowledge.ts';
import { compileWords } from '../guard/compile-pattern.ts';
import type { Lint } from '../guard/lint.ts';
import { sentences } from '../text/sentences.ts';
import { whatWasSaid } from './what-was-said.ts';

/** Something that tends to help, with the sentence it was heard in. */
interface HeardStrength {
  readonly id: string;
  readonly quote: string;
}

/** What can be heard in the therapist's words. */
export interface Heard {
  readonly strengths: readonly HeardStrength[];
  /** Ids of pulls, the gravest first. */
  readonly pulls: readonly string[];
  /** True when something the therapist did is told in the case and not owned in the words. */
  readonly owes: boolean;
  readonly landing: Landing;
}

/** Hears words said to the client. `context`: taxonomy ids of the case. */
export type Hear = (text: string, context?: readonly string[]) => Heard;

/** Points from which words open something, and from which they go some way. */
const OPENS = 3;
const LESS: Readonly<Record<'opens' | 'partly' | 'stays', Landing>> = {
  opens: 'partly',
  partly: 'stays',
  stays: 'stays',
};
const QUOTED = /["“”„«»][^"“”„«»]{1,300}["“”„«»]/g;
const MOST_READ = 1_500;

/** Lower case with plain apostrophes and the client's quoted words blanked, letter for letter as long. */
const heardAs = (text: string) =>
  text
    .replace(/[’‘ʼ`]/g, "'")
    .replace(QUOTED, (quote) => ' '.repeat(quote.length))
    .toLowerCase();

const names = (pull: Pull, errors: readonly string[]) =>
  pull.faults.some((fault) =>
    errors.some((id) => (fault.endsWith('-') ? id.startsWith(fault) : id === fault)),
  );

function landingOf(pulls: readonly Pull[], points: number): Landing {
  if (pulls.some(({ effect }) => effect === 'hurts')) return 'hurts';
  if (pulls.some(({ effect }) => effect === 'presses')) return 'presses';
  const landing = points >= OPENS ? 'opens' : points > 0 ? 'partly' : 'stays';
  return pulls.length > 0 ? LESS[landing] : landing;
}

/**
 * Builds the hearing of a rehearsal: strengths by their wording, pulls by their wording and by what
 * the guard objects to, and how the whole is likely to land. A sentence with a pull in it has no
 * strength; the client's quoted words belong to neither.
 */
export function createHear(
  played: Pick<RehearsalKnowledge, 'strengths' | 'pulls'>,
  lexicons: Readonly<Record<string, string>>,
  lint: Lint,
): Hear {
  const compiled = <T extends { readonly patterns: readonly string[] }>(entries: readonly T[]) =>
    entries.map((entry) => ({
      entry,
      patterns: entry.patterns.map((pattern) => compileWords(pattern, lexicons)),
    }));
  const strengths = compiled(played.strengths);
  const pulls = compiled(played.pulls);

  /** Pulls in a passage, the gravest first. */
  function pullsIn(text: string, errors: readonly string[]): Pull[] {
    const plain = heardAs(text);
    return pulls
      .filter(
        ({ entry, patterns }) =>
          names(entry, errors) || patterns.some((pattern) => pattern.test(plain)),
      )
      .map(({ entry }) => entry);
  }

  return (raw, context = []) => {
    const text = whatWasSaid(raw).slice(0, MOST_READ);
    const { errors } = lint(text, context);
    const found = pullsIn(text, errors);
    const clean = sentences(text)
      .map(({ start, end }) => text.slice(start, end))
      .filter((part) =>
        pullsIn(part, lint(part).errors).every(({ effect }) => effect === 'crowds'),
      );
    const heard = strengths.flatMap(({ entry, patterns }) => {
      const quote = clean.find((part) => patterns.some((each) => each.test(heardAs(part))));
      return quote === undefined ? [] : [{ entry, quote }];
    });
    const points = heard.reduce((sum, { entry }) => sum + entry.weight, 0);
    return {
      strengths: heard.map(({ entry, quote }) => ({ id: entry.id, quote })),
      pulls: found.map(({ id }) => id),
      owes: errors.includes('mp-own-part'),
      landing: landingOf(found, points),
    };
  };
}
