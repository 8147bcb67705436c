/** Entries of a reviewed list: comma-separated over any number of lines, `#` starts a comment line. */
export function readList(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(','))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
