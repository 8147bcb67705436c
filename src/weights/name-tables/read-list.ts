const linesOf = (text: string) => text.split('\n').filter((line) => !line.startsWith('#'));

/** Entries of a reviewed list: comma-separated over any number of lines, `#` starts a comment line. */
export function readList(text: string): string[] {
  return linesOf(text)
    .flatMap((line) => line.split(','))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** Entries of a list of "name: first, second" lines, by name. */
export function readPairs(text: string): Map<string, string[]> {
  const pairs = linesOf(text).filter((line) => line.includes(':'));
  return new Map(
    pairs.map((line) => {
      const [name = '', values = ''] = line.split(':');
      return [name, values.trim().split(/,\s*/)];
    }),
  );
}
