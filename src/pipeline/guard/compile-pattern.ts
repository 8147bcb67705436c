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
  return new RegExp(
    `(?<![\\w'])(?:${writeOut(source, lists, 0)})(?!(?<=\\w)\\w)`,
    all ? 'gi' : 'i',
  );
}
