import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { LanguageScores } from '../pipeline/readable.ts';

type Eld = typeof import('eld/small')['eld'];

const require = createRequire(import.meta.url);

/**
 * Scores by the language detector `eld`. It is loaded at the first text that needs it: its table costs a
 * process 160 MB and a third of a second, and most texts are plainly English.
 */
export function loadLanguageScores(): LanguageScores {
  let eld: Eld | undefined;
  return (text) => {
    // Its `exports` name the table for `import` only, which cannot be called in the middle of a turn.
    eld ??= (require(fileURLToPath(import.meta.resolve('eld/small'))) as { eld: Eld }).eld;
    return eld.detect(text).getScores();
  };
}
