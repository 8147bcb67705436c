import type { Finding } from '../finding.ts';
import type { NameTables } from '../name-tables.ts';
import type { Searched } from '../searched.ts';
import { isOrdinary } from '../vocabulary.ts';

/** Folded words of names found anywhere in the thread, with the short forms of given names. */
export function wordsOfNames(names: readonly string[], tables: NameTables): Set<string> {
  const forms = new Set<string>();
  for (const name of names) {
    for (const part of name.split(/[\s.-]+/)) {
      const form = part.replace(/'s$/, '');
      if (form.length < 3 || tables.list('safe').has(form)) continue;
      forms.add(form);
      for (const short of tables.nicknames.get(form) ?? []) forms.add(short);
    }
  }
  return forms;
}

/** The same names elsewhere: small letters, a first name alone, a short form. */
export function repeatedNames(searched: Searched, forms: ReadonlySet<string>): Finding[] {
  if (forms.size === 0) return [];
  const found: Finding[] = [];
  for (const word of searched.words) {
    if (!forms.has(word.form)) continue;
    if (word.shape === 'lower' && isOrdinary(word.form, searched.tables)) continue;
    if (word.opens && word.shape === 'cap' && isOrdinary(word.form, searched.tables)) continue;
    found.push({ start: word.start, end: word.full, class: 'name', sure: true });
  }
  return found;
}
