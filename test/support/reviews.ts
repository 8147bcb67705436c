import type { Phrase } from '../../src/pipeline/outcome.ts';
import type { Deciding } from '../../src/pipeline/review/decide.ts';
import { phrasesMark } from '../../src/pipeline/review/phrase-mark.ts';
import type { Review } from '../../src/pipeline/review/review.ts';
import { AUTHOR, KEY } from './builders.ts';

/** A phrase as small as a test needs it. */
export const phrase = (id: string, text = `Words of ${id}.`): Phrase => ({
  ...{
    id,
    text,
    intervention: 'iv-one',
    principles: [],
    timing: 'now',
    why: '',
    fits: '',
    care: '',
  },
  ...{ watchFor: [], ifItFallsFlat: '', source: 'library', provisional: false },
});

/** A review that waits, of a case with these phrases. */
export const review = (phrases: readonly Phrase[], over: Partial<Review> = {}): Review => ({
  ...{ key: KEY, caseId: 'case-1', author: AUTHOR, asked: 'gate', state: 'waiting', since: 1_000 },
  ...{ about: phrasesMark(phrases), released: [], barred: [], instead: [], decisions: [] },
  ...{ card: null, ...over },
});

/** A supervisor's decision about these phrases. */
export const deciding = (phrases: readonly Phrase[], over: Partial<Deciding> = {}): Deciding => ({
  ...{ id: 'press-1', deed: 'approve', by: 'U03SUPER', at: 5_000, about: phrasesMark(phrases) },
  ...{ note: null, reasons: [], words: new Map(), ...over },
});
