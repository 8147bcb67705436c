import { type Role, roleOf } from '../roles.ts';
import type { Searched } from '../searched.ts';

const OWNER = new Set(['his', 'her', 'their', 'my', 'our', 'the', 'a', 'an', 'your', 'whose']);
const CALLED = new Set(['is', 'was', 'named', 'called', 'name', "name's", 'and']);
const BETWEEN = /^(?:,? |: | \(|, called |, named | \[)$/;

/** "her sister Aoife", "mother (Denise", "client is called Lan", "my supervisor, Noor". */
function roleBefore({ words }: Searched, at: number): Role | undefined {
  const own = words[at];
  if (!own || (own.opens && !/[(:,]/.test(own.gap))) return undefined;
  let back = at - 1;
  while (back >= 0 && at - back <= 3 && CALLED.has(words[back]?.form ?? '')) back--;
  const before = words[back];
  if (!before || before.full > before.end || !BETWEEN.test(words[back + 1]?.gap ?? ''))
    return undefined;
  if (back + 1 < at && words[at - 1]?.form === 'and') return undefined;
  const role = roleOf(before.form);
  if (role || before.form !== 'worker') return role;
  return words[back - 1]?.form === 'social' ? 'clinician' : undefined;
}

/** "Mark, his husband", "Rose, her doula", "Priya, my supervisor". */
function roleAfter({ words }: Searched, last: number): Role | undefined {
  const first = words[last + 1];
  if (!first || !/^(?:, | \()$/.test(first.gap) || !OWNER.has(first.form)) return undefined;
  for (let at = last + 2; at <= last + 4; at++) {
    const word = words[at];
    if (!word || word.gap !== ' ') return undefined;
    const role = roleOf(word.form);
    if (role) return role;
  }
  return undefined;
}

/** The role that stands beside a name of the words `first` to `last`, if one does. */
export function roleBeside(searched: Searched, first: number, last: number): Role | undefined {
  return roleBefore(searched, first) ?? roleAfter(searched, last);
}
