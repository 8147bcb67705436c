import type { Finding } from '../finding.ts';
import { type NameTables, SAFE } from '../name-tables.ts';
import type { Searched } from '../searched.ts';

/** Folded words of names found anywhere in the thread, with the short forms of given names. */
export function wordsOfNames(names: readonly string[], tables: NameTables): Set<string> {
  const forms = new Set<string>();
  for (const name of names) {
    for (const part of name.split(/[\s.-]+/)) {
      const form = part.replace(/'s$/, '');
      if (form.length < 3 || (tables.known(form) & SAFE) !== 0) continue;
      forms.add(form);
      for (const short of tables.nicknames.get(form) ?? []) forms.add(short);
    }
  }
  return forms;
}

/** The same names elsewhere: small letters, a first name alone, a short form. */
export function repeatedNames(searched: Searched, forms: ReadonlySet<string>): Finding[] {
  if (forms.size === 0) return [];
  return searched.words
    .filter(({ form, ordinary, shape, opens }) => {
      if (!forms.has(form)) return false;
      return !ordinary || (shape !== 'lower' && !opens);
    })
    .map(({ start, full }): Finding => ({ start, end: full, class: 'name', sure: true }));
}
