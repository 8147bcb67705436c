import { fingerprint } from '../fingerprint.ts';
import type { Phrase } from '../outcome.ts';

/** Stands for one phrase, id and wording together: other words are another phrase. */
export const phraseMark = ({ id, text }: Pick<Phrase, 'id' | 'text'>): string =>
  fingerprint(`${id}\n${text}`);

/** Stands for all phrases of a reading together. */
export const phrasesMark = (phrases: readonly Pick<Phrase, 'id' | 'text'>[]): string =>
  fingerprint(phrases.map(phraseMark).join(' '));
