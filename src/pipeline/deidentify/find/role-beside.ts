import { type Role, roleOf } from '../roles.ts';
import type { Searched } from '../searched.ts';

const OWNER = new Set('his her their my our the a an your whose'.split(' '));
const CALLED = new Set("is was named called name name's".split(' '));
const BETWEEN = /^(?:,? |: | \(|, called |, named | \[)$/;

/** "her sister Aoife", "mother (Denise", "client is called Lan", "my supervisor, Noor". */
function roleBefore({ words }: Searched, at: number): Role | undefined {
  const own = words[at];
  if (!own || (own.opens && !/[(:,]/.test(own.gap))) return undefined;
  let back = at - 1;
  while (at - back <= 3 && CALLED.has(words[back]?.form ?? '')) back--;
  const before = words[back];
  const gap = words[back + 1]?.gap ?? '';
  if (!before || before.full > before.end || !BETWEEN.test(gap)) return undefined;
  if (before.form === 'worker' && words[back - 1]?.form === 'social') return 'clinician';
  return roleOf(before.form);
}

/** "Mark, his husband", "Rose, her doula", "Priya, my supervisor". */
function roleAfter({ words }: Searched, last: number): Role | undefined {
  const first = words[last + 1];
  if (!first || !/^(?:, | \()$/.test(first.gap) || !OWNER.has(first.form)) return undefined;
  const near = words.slice(last + 2, last + 5);
  const stop = near.findIndex(({ gap }) => gap !== ' ');
  const own = stop === -1 ? near : near.slice(0, stop);
  return own.map(({ form }) => roleOf(form)).find((role) => role !== undefined);
}

/** The role that stands beside a name of the words `first` to `last`, if one does. */
export function roleBeside(searched: Searched, first: number, last: number): Role | undefined {
  return roleBefore(searched, first) ?? roleAfter(searched, last);
}
