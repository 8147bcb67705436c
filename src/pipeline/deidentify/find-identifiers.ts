import { knownNames } from './find/known-names.ts';
import { repeatedNames, wordsOfNames } from './find/repeated-names.ts';
import { tellingDetails } from './find/telling-details.ts';
import type { Recognize } from './find-all.ts';
import type { Finding } from './finding.ts';
import { fold } from './fold.ts';
import { joinFindings } from './join-findings.ts';
import type { NameTables } from './name-tables.ts';
import { normalise, type Plain } from './normalise.ts';
import { prepare, type Searched, search } from './searched.ts';

/** One text of a thread, searched on its own. */
export interface Looked {
  readonly plain: Plain;
  readonly searched: Searched;
  readonly found: readonly Finding[];
}

/** Classes that no "this was not an identifier" lets stand. */
const NEVER_KEPT = new Set([
  'email',
  'phone',
  'fax',
  'ssn',
  'mrn',
  'ip',
  'url',
  'mention',
  'account',
  'healthplan',
]);

/** Searches one raw text; `known` are forms that identify somebody whatever they look like. */
export function look(
  raw: string,
  tables: NameTables,
  recognizers: readonly Recognize[],
  known: readonly string[],
): Looked {
  const plain = normalise(raw);
  const searched = prepare(plain.text, tables);
  const named = knownNames(searched, known).filter(({ start, end }) => !searched.taken(start, end));
  const found = [...named, ...search(searched, recognizers)];
  return { plain, searched, found };
}

/** Folded words of every name in the texts, for propagation over the thread. */
export function namesIn(looked: readonly Looked[], tables: NameTables): Set<string> {
  const names = looked.flatMap(({ searched, found }) =>
    found
      .filter(({ class: kind, sure }) => kind === 'name' && sure)
      .map(({ start, end }) => fold(searched.text.slice(start, end))),
  );
  return wordsOfNames(names, tables);
}

/** Everything to remove from one text of the thread, joined, in order, without overlaps. */
export function collect(
  { searched, found }: Looked,
  names: ReadonlySet<string>,
  kept: readonly string[],
): Finding[] {
  const repeated = repeatedNames(searched, names).filter(
    ({ start, end }) => !searched.taken(start, end),
  );
  searched.take(repeated);
  const all = joinFindings(searched.text, [...found, ...repeated, ...tellingDetails(searched)]);
  const allowed = new Set(kept.map((phrase) => fold(phrase.trim())));
  return all.filter(
    ({ start, end, class: kind }) =>
      NEVER_KEPT.has(kind) ||
      !allowed.has(fold(searched.text.slice(start, end)).replace(/'s$/, '')),
  );
}
