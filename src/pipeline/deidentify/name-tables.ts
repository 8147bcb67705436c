/** What a word form is known as; several may hold at once. */
export const WORD = 1;
/** A given name on a clean list. */
export const GIVEN = 2;
export const SURNAME = 4;
/** On the widest, noisy list of names: only trusted for forms that are no English word. */
export const WIDE = 8;
export const TOWN = 16;
/** The dictionary knows the form with a capital only (Paris, Freud, Monday). */
export const PROPER = 32;
/** Starts a town name of several words (new …). */
export const TOWN_HEAD = 64;

/** How a reviewed list treats its entries. */
export type ListName =
  | 'safe'
  | 'general'
  | 'acronyms'
  | 'authors'
  | 'authors-in-context'
  | 'authors-like-given'
  | 'drugs'
  | 'informal'
  | 'word-names'
  | 'lower-names'
  | 'holidays'
  | 'organisation-heads'
  | 'place-heads';

/** Compact tables and reviewed lists behind de-identification; loaded once, never changed. */
export interface NameTables {
  /** Flags of a folded form (see `fold`), 0 when nothing knows it; towns may hold spaces. */
  readonly flags: (form: string) => number;
  /** Folded entries of one word of a reviewed list. */
  readonly list: (name: ListName) => ReadonlySet<string>;
  /** Folded phrases that may stand as they are, by their first word. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Short forms that stand for the same person ("liz" → "elizabeth"), folded. */
  readonly nicknames: ReadonlyMap<string, readonly string[]>;
}
