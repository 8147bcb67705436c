import { allMatches } from './all-matches.ts';
import { daysBetween } from './days-between.ts';
import { type Bearer, bearerOf, type Finding } from './finding.ts';
import { fold } from './fold.ts';
import type { NameTables } from './name-tables.ts';
import { People, type Person } from './people.ts';
import { ROLES } from './tokens.ts';

const NAMES: Readonly<Partial<Record<Bearer, string>>> = {
  clinician: 'Clinician',
  person: 'Person',
  place: 'Place',
  organisation: 'Organisation',
  contact: 'Contact',
  number: 'ID',
};
const TOKEN_NUMBER =
  /\[(?:since )?(Person|Clinician|Place|Organisation|Date|Contact|ID) (\d{1,4})/g;

/** Stands for a client who is named by a token already. */
const NOBODY: Person = { role: 'client', mentions: 0, words: [] };

/** A text of the thread with what was found in it. */
export interface Read {
  readonly text: string;
  readonly found: readonly Finding[];
}

function interval(days: number): string {
  if (days === 0) return 'same day';
  const count = Math.abs(days);
  return `${count} ${count === 1 ? 'day' : 'days'} ${days > 0 ? 'later' : 'earlier'}`;
}

const isRole = (role: string | undefined) => (ROLES as readonly string[]).includes(role ?? '');

/**
 * Gives the same token to the same person, place or number through a thread. Made anew for every
 * call from the texts passed, so nothing that links a token to a name outlives the call.
 */
export class Naming {
  readonly #people: People;
  readonly #numbers = new Map<string, number>();
  readonly #tokens = new Map<string, number>();
  readonly #numbered = new Map<Person, string>();
  #client: Person | undefined;
  #lastDate: Finding['when'];

  constructor(tables: NameTables) {
    this.#people = new People(tables);
  }

  /** Tokens for the findings of the next text of the thread, in their order. */
  name({ text, found }: Read): string[] {
    for (const [, name = '', number = ''] of allMatches(text, TOKEN_NUMBER)) {
      this.#numbers.set(name, Math.max(this.#numbers.get(name) ?? 0, Number(number)));
    }
    const people = found.map((finding) =>
      finding.class === 'name'
        ? this.#people.meet(text.slice(finding.start, finding.end), roleOf(finding))
        : undefined,
    );
    if (text.includes('[Client]')) this.#client ??= NOBODY;
    this.#client ??= people.find((person) => person?.role === 'client') ?? this.#people.foremost();
    return found.map((finding, index) => {
      const person = people[index];
      return person ? this.#personToken(person) : this.#token(finding, text);
    });
  }

  #next(name: string): number {
    const number = (this.#numbers.get(name) ?? 0) + 1;
    this.#numbers.set(name, number);
    return number;
  }

  #personToken(person: Person): string {
    if (person === this.#client) return '[Client]';
    const name = person.role === 'clinician' ? 'Clinician' : 'Person';
    const numbered = this.#numbered.get(person) ?? `${name} ${this.#next(name)}`;
    this.#numbered.set(person, numbered);
    const role = isRole(person.role) && numbered.startsWith('Person') ? ` (${person.role})` : '';
    return `[${numbered}${role}]`;
  }

  #number(name: string, key: string): number {
    const known = this.#tokens.get(`${name}:${key}`);
    if (known !== undefined) return known;
    const number = this.#next(name);
    this.#tokens.set(`${name}:${key}`, number);
    return number;
  }

  #token(finding: Finding, text: string): string {
    const bearer = bearerOf(finding);
    if (bearer === 'age') return '[Age 90+]';
    if (bearer === 'detail') return '[Identifying detail]';
    const key = fold(text.slice(finding.start, finding.end)).replace(/[^a-z0-9]/g, '');
    if (bearer === 'date') return this.#dateToken(finding, key);
    const name = NAMES[bearer] ?? 'ID';
    return `[${name} ${this.#number(name, key)}]`;
  }

  #dateToken({ when, note }: Finding, key: string): string {
    const stable = when ? `${when.month}-${when.day}` : key;
    const number = this.#number('Date', stable);
    const before = this.#lastDate;
    if (when) this.#lastDate = when;
    const since = note === 'since' ? 'since ' : '';
    const holiday = note === 'holiday' ? ' (holiday)' : '';
    const days = when && before ? `, ${interval(daysBetween(before, when))}` : '';
    return `[${since}Date ${number}${holiday}${days}]`;
  }
}

function roleOf({ role }: Finding): Person['role'] {
  return role as Person['role'];
}
