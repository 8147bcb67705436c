import { fold } from './fold.ts';
import type { NameTables } from './name-tables.ts';
import type { Role } from './roles.ts';

/** Somebody named in a thread: the forms they were named by, kept for the length of one call. */
export interface Person {
  readonly forms: Set<string>;
  readonly given: Set<string>;
  role: Role | undefined;
  mentions: number;
}

const TITLE =
  /^(?:dr|doctor|doc|prof|professor|mr|mrs|ms|miss|mx|mister|rev|reverend|fr|pastor|rabbi|imam|officer|detective|sgt|sergeant|judge|nurse|coach|captain|capt|lt|deacon|sister|brother|father|mother|aunt|auntie|aunty|uncle|elder|po|ms)$/;

const partsOf = (name: string) =>
  fold(name)
    .replace(/'s?$/, '')
    .split(/[\s.]+/)
    .filter((part) => part !== '');

/** Words of a name without its title. */
export function wordsOfName(name: string): string[] {
  const parts = partsOf(name.replace(/,.*$/, ''));
  const own = parts.filter((part, index) => !(TITLE.test(part) && index < parts.length - 1));
  return own.length > 0 ? own : parts;
}

function sameGiven(person: Person, given: string, tables: NameTables): boolean {
  if (person.given.has(given)) return true;
  const shorts = tables.nicknames.get(given) ?? [];
  return [...person.given].some(
    (known) => shorts.includes(known) || (tables.nicknames.get(known) ?? []).includes(given),
  );
}

/** The people of one thread, found again by full name, first name, short form or initials. */
export class People {
  readonly #people: Person[] = [];
  readonly #tables: NameTables;

  constructor(tables: NameTables) {
    this.#tables = tables;
  }

  /** Who a name means; somebody new when it means nobody so far. */
  meet(name: string, role: Role | undefined): Person {
    const words = wordsOfName(name);
    const titled = partsOf(name).length > words.length;
    const known = this.#find(words, titled);
    const person = known ?? { forms: new Set(), given: new Set(), role: undefined, mentions: 0 };
    if (!known) this.#people.push(person);
    for (const word of words) person.forms.add(word);
    if (!titled && words[0]) person.given.add(words[0]);
    person.role ??= role;
    person.mentions++;
    return person;
  }

  /** First and most often named of those without a role of their own. */
  foremost(): Person | undefined {
    const free = this.#people.filter(({ role }) => role === undefined);
    return free.reduce<Person | undefined>(
      (best, person) => (best === undefined || person.mentions > best.mentions ? person : best),
      undefined,
    );
  }

  #find(words: readonly string[], titled: boolean): Person | undefined {
    const first = words[0] ?? '';
    const full = words.join(' ');
    const exact = this.#people.find(({ forms }) => [...forms].join(' ') === full);
    if (exact || words.length === 0) return exact;
    if (titled || first.length === 1) {
      return this.#people.find(({ forms }) => words.every((word) => forms.has(word)));
    }
    const byGiven = this.#people.filter((person) => sameGiven(person, first, this.#tables));
    const agree = byGiven.find(
      ({ forms, given }) =>
        words.length === 1 ||
        forms.size <= given.size ||
        words.slice(1).some((word) => forms.has(word)),
    );
    if (agree || words.length > 1) return agree;
    const bySurname = this.#people.filter(({ forms }) => forms.has(first));
    return bySurname.length === 1 ? bySurname[0] : undefined;
  }
}
