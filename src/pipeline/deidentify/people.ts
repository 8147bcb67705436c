import { fold } from './fold.ts';
import type { NameTables } from './name-tables.ts';
import type { Role } from './roles.ts';

/** Somebody named in a thread, kept for the length of one call. */
export interface Person {
  role: Role | undefined;
  mentions: number;
  /** Folded words of the longest name used. */
  words: readonly string[];
}

const TITLE =
  /^(?:dr|doctor|doc|prof|professor|mr|mrs|ms|miss|mx|mister|rev|reverend|fr|pastor|rabbi|imam|officer|detective|sgt|sergeant|judge|nurse|coach|captain|capt|lt|deacon|sister|brother|father|mother|aunt|auntie|aunty|uncle|elder|po)$/;

function partsOf(name: string): string[] {
  const [own = ''] = fold(name).split(',');
  return own
    .replace(/'s?$/, '')
    .split(/[\s.]+/)
    .filter((part) => part !== '');
}

/** Words of a name without its title. */
function wordsOfName(name: string): { words: string[]; titled: boolean } {
  const parts = partsOf(name);
  const words = parts.filter((part, index) => !(TITLE.test(part) && index < parts.length - 1));
  return { words, titled: words.length < parts.length };
}

/** The people of one thread, found again by full name, first name, short form, surname or initials. */
export class People {
  readonly #all: Person[] = [];
  readonly #byFull = new Map<string, Person>();
  readonly #byGiven = new Map<string, Person[]>();
  readonly #bySurname = new Map<string, Person[]>();
  readonly #tables: NameTables;

  constructor(tables: NameTables) {
    this.#tables = tables;
  }

  /** Who a name means; somebody new when it means nobody so far. */
  meet(name: string, role: Role | undefined): Person {
    const { words, titled } = wordsOfName(name);
    const person = this.#find(words, titled) ?? this.#add(words);
    this.#learn(person, words, titled);
    person.role ??= role;
    person.mentions++;
    return person;
  }

  /** First and most often named of those without a role of their own. */
  foremost(): Person | undefined {
    let best: Person | undefined;
    for (const person of this.#all) {
      if (person.role === undefined && person.mentions > (best?.mentions ?? 0)) best = person;
    }
    return best;
  }

  #add(words: readonly string[]): Person {
    const person: Person = { role: undefined, mentions: 0, words };
    this.#all.push(person);
    return person;
  }

  #learn(person: Person, words: readonly string[], titled: boolean): void {
    const full = words.join(' ');
    if (this.#byFull.has(full)) return;
    this.#byFull.set(full, person);
    if (words.length > person.words.length) person.words = words;
    const [given, ...rest] = titled ? ['', ...words] : words;
    if (given) push(this.#byGiven, given, person);
    for (const word of rest) push(this.#bySurname, word, person);
  }

  #find(words: readonly string[], titled: boolean): Person | undefined {
    const exact = this.#byFull.get(words.join(' '));
    const first = words[0];
    if (exact || first === undefined || first.length === 1) return exact;
    if (titled) return only(this.#bySurname.get(words.at(-1) ?? ''));
    const [, ...surnames] = words;
    const namesake = this.#namesakes(first).find((person) => agrees(person, surnames));
    return namesake ?? (surnames.length === 0 ? only(this.#bySurname.get(first)) : undefined);
  }

  /** People with this given name or one it is a form of. */
  #namesakes(given: string): Person[] {
    const { nicknames, longNames } = this.#tables;
    const related = [given, ...(nicknames.get(given) ?? []), ...(longNames.get(given) ?? [])];
    return related.flatMap((form) => this.#byGiven.get(form) ?? []);
  }
}

/** The surnames given do not contradict what is known. */
function agrees({ words }: Person, surnames: readonly string[]): boolean {
  const [, ...known] = words;
  return (
    known.length === 0 || surnames.length === 0 || surnames.some((name) => known.includes(name))
  );
}

function only(people: readonly Person[] | undefined): Person | undefined {
  return people?.length === 1 ? people[0] : undefined;
}

function push(map: Map<string, Person[]>, key: string, person: Person): void {
  const known = map.get(key);
  if (!known) map.set(key, [person]);
  else if (!known.includes(person)) known.push(person);
}
