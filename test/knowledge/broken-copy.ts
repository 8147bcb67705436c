import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

const SHIPPED = 'src/knowledge';

/** A folder with the shipped knowledge files, gone when the test is over. */
export function copyOfKnowledge() {
  const folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of readdirSync(SHIPPED).filter((file) => file.endsWith('.yml'))) {
    cpSync(join(SHIPPED, name), join(folder, name));
  }
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  return {
    url: pathToFileURL(`${folder}/`),
    remove: (name: string) => rmSync(join(folder, name)),
    write: (name: string, text: string) => writeFileSync(join(folder, name), text),
    /** Replaces the first occurrence; returns the line, counted from 1, on which it stands. */
    replace(name: string, before: string, after: string): number {
      const text = read(name);
      const at = text.indexOf(before);
      if (at < 0) throw new Error(`'${before}' does not stand in ${name}`);
      writeFileSync(
        join(folder, name),
        text.replace(before, () => after),
      );
      return text.slice(0, at).split('\n').length;
    },
  };
}
