/** What the compiled table knows a word form as; several may hold at once. */
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

/** What the reviewed lists say of a form; several may hold at once. */
export const SAFE = 1;
/** A general word of the trade: names nothing even before "Clinic" or "Group". */
export const GENERAL = 2;
export const ACRONYM = 4;
/** An author hardly anybody shares a surname with. */
export const AUTHOR = 8;
/** An author with a common surname. */
export const AUTHOR_IN_CONTEXT = 16;
/** An author whose surname is a usual first name. */
export const AUTHOR_LIKE_GIVEN = 32;
export const DRUG = 64;
export const INFORMAL = 128;
/** A given name that is an English word too. */
export const WORD_NAME = 256;
/** A given name that means a person even in small letters. */
export const LOWER_NAME = 512;
export const ORGANISATION_HEAD = 1024;
export const PLACE_HEAD = 2048;
/** A grammar word or adverb: never part of a name. */
export const GRAMMAR = 4096;
/** Before a head it makes a kind of place: day hospital. */
export const KIND_OF_PLACE = 8192;
/** Ends names of places and organisations typed in small letters. */
export const SMALL_HEAD = 16384;
/** A town somewhere, but meant as a word after a preposition. */
export const NOT_TOWN = 32768;

/** Compact tables and reviewed lists behind de-identification; loaded once, never changed. */
export interface NameTables {
  /** Flags of a folded form (see `fold`), 0 when nothing knows it; towns may hold spaces. */
  readonly flags: (form: string) => number;
  /** Marks of a folded form from the reviewed lists, 0 when none holds it. */
  readonly marks: (form: string) => number;
  /** Days whose name gives away the date, folded. */
  readonly holidays: ReadonlySet<string>;
  /** Folded phrases that may stand as they are, by their first word, longest first. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Short forms that stand for the same person ("liz" → "elizabeth"), folded. */
  readonly nicknames: ReadonlyMap<string, readonly string[]>;
  /** Words of an author's own field, by folded surname. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}
