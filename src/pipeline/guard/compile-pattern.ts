import { neededParts } from '../text/needed-parts.ts';
import type { NeededParts } from '../text/pattern-shape.ts';

const DEEPEST = 8;

/** Lists and shorthands written out: `<NAME>` another list, `~` any ending of a word, `( )` a group. */
function writeOut(source: string, lists: Readonly<Record<string, string>>, depth: number): string {
  if (depth > DEEPEST) return '(?!)';
  return source
    .replace(/<([A-Z_]{2,40})>/g, (name, list: string) => {
      const held = lists[list];
      return held === undefined ? name : `(?:${writeOut(held, lists, depth + 1)})`;
    })
    .replace(/~/g, '\\w{0,16}')
    .replace(/(?<!\\)\((?!\?)/g, '(?:');
}

/** Names of lists that a pattern uses and the knowledge does not hold. */
export function missingLists(source: string, lists: Readonly<Record<string, string>>): string[] {
  return [...writeOut(source, lists, 0).matchAll(/(?<!\(\?)<([A-Z_]{2,40})>/g)].map(
    ([, name = '']) => name,
  );
}

/** Compiles a word list as it stands. The text is expected in lower case with straight apostrophes. */
export function compileList(source: string, lists: Readonly<Record<string, string>>): RegExp {
  return new RegExp(writeOut(source, lists, 0), 'i');
}

/** Compiles a pattern that holds on whole words only; `all` finds every place. */
export function compileWords(
  source: string,
  lists: Readonly<Record<string, string>>,
  all = false,
): RegExp {
  return new RegExp(wholeWords(source, lists), all ? 'gi' : 'i');
}

const wholeWords = (source: string, lists: Readonly<Record<string, string>>) =>
  `(?<![\\w'])(?:${writeOut(source, lists, 0)})(?!(?<=\\w)\\w)`;

/** A pattern that is compiled when it is first tried. */
export interface LatePattern {
  /** What it needs of a text in lower case with straight apostrophes. */
  readonly needs: () => NeededParts;
  readonly test: (text: string) => boolean;
}

/** Prepares a pattern that holds on whole words only; most never meet a text that holds what they need. */
export function lateWords(source: string, lists: Readonly<Record<string, string>>): LatePattern {
  let compiled: RegExp | undefined;
  return {
    needs: () => neededParts(wholeWords(source, lists)),
    test: (text) => {
      compiled ??= compileWords(source, lists);
      return compiled.test(text);
    },
  };
}
