/* What is known of a word form; several bits may be set at once. */

/** An English word in small letters. */
export const WORD = 1 << 0;
/** A given name on a clean list. */
export const GIVEN = 1 << 1;
export const SURNAME = 1 << 2;
/** On the widest, noisy list of names: only trusted for forms that are no English word. */
export const WIDE = 1 << 3;
export const TOWN = 1 << 4;
/** The dictionary knows the form with a capital only (Paris, Freud, Monday). */
export const PROPER = 1 << 5;
/** Starts a town name of several words (new …). */
export const TOWN_HEAD = 1 << 6;
/** Reviewed: may stand with a capital. This and the following come from the reviewed lists. */
export const SAFE = 1 << 8;
/** A general word of the trade: names nothing even before "Clinic" or "Group". */
export const GENERAL = 1 << 9;
export const ACRONYM = 1 << 10;
/** An author hardly anybody shares a surname with. */
export const AUTHOR = 1 << 11;
/** An author with a common surname. */
export const AUTHOR_IN_CONTEXT = 1 << 12;
/** An author whose surname is a usual first name. */
export const AUTHOR_LIKE_GIVEN = 1 << 13;
export const DRUG = 1 << 14;
export const INFORMAL = 1 << 15;
/** A given name that is an English word too. */
export const WORD_NAME = 1 << 16;
/** A given name that means a person even in small letters. */
export const LOWER_NAME = 1 << 17;
export const ORGANISATION_HEAD = 1 << 18;
export const PLACE_HEAD = 1 << 19;
/** A grammar word or adverb: never part of a name. */
export const GRAMMAR = 1 << 20;
/** Before a head it makes a kind of place: day hospital. */
export const KIND_OF_PLACE = 1 << 21;
/** Ends names of places and organisations typed in small letters. */
export const SMALL_HEAD = 1 << 22;
/** A town somewhere, but meant as a word after a preposition. */
export const NOT_TOWN = 1 << 23;
/** Starts a phrase that may stand as it is. */
export const PHRASE_HEAD = 1 << 24;
/** The second word of such a phrase. */
export const PHRASE_SECOND = 1 << 25;
/** Starts the name of a holiday. */
export const HOLIDAY_HEAD = 1 << 26;
/** A title or form of address: dr, officer, mrs. */
export const TITLE = 1 << 27;
/** Every bit that lets a form stand; what only leads to something says nothing of the form itself. */
export const REVIEWED = ~(0xff | PHRASE_SECOND | HOLIDAY_HEAD | TITLE);

/** Compact tables and reviewed lists behind de-identification; loaded once, never changed. */
export interface NameTables {
  /** Bits of a folded form (see `fold`), 0 when nothing knows it; towns may hold spaces. */
  readonly known: (form: string) => number;
  /** Days whose name gives away the date, folded. */
  readonly holidays: ReadonlySet<string>;
  /**
   * Folded phrases that may stand as they are, longest first, by their first two words (possessive
   * endings and full stops left out).
   */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Short forms of a given name: "elizabeth" → "liz", "beth" …, folded. */
  readonly nicknames: ReadonlyMap<string, readonly string[]>;
  /** Given names that a short form may stand for: "chris" → "christina", "christopher" … */
  readonly longNames: ReadonlyMap<string, readonly string[]>;
  /** Words of an author's own field, by folded surname. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}
