import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** Where everything stands that decides what the safety screen finds, beside the knowledge files. */
const CODE = ['pipeline/safety', 'pipeline/text', 'pipeline/classify', 'knowledge', 'weights'];
/** Source files, and the weights whose files name no version. */
const COUNTS = /\.ts$|^danger\./;

const contents = (path: string) => readFileSync(new URL(path, import.meta.url));

/**
 * Stands for the safety screen as it is: its code, its words and its weights. What it found in a stored
 * text is believed by the same screen alone.
 *
 * @param versions of the data whose files name one
 */
export function screenVersion(versions: readonly string[]): string {
  const hash = createHash('sha256').update(versions.join(' '));
  for (const file of ['../package.json', 'build-raw-stages.ts']) hash.update(contents(file));
  for (const folder of CODE) {
    const files = readdirSync(new URL(`${folder}/`, import.meta.url)).sort();
    for (const file of files.filter((name) => COUNTS.test(name)))
      hash.update(contents(`${folder}/${file}`));
  }
  return hash.digest('hex').slice(0, 16);
}
