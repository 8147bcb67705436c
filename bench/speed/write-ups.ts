import { readFileSync } from 'node:fs';

/** The development write-ups, in their order. */
export function devWriteUps(): string[] {
  const lines = readFileSync(new URL('../cases/dev/cases.jsonl', import.meta.url), 'utf8');
  return lines
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text);
}

/**
 * The nth text of exactly this many characters: write-ups one after the other, beginning with another one
 * each time, cut at the end.
 */
export function textOfLength(writeUps: readonly string[], length: number, nth: number): string {
  let text = '';
  for (let at = nth; text.length < length; at += 1) {
    text += `${writeUps[at % writeUps.length] ?? ''}\n`;
  }
  return text.slice(0, length);
}
