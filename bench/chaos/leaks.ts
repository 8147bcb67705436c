import { IDENTIFIERS, PHRASES } from './texts.ts';
import { BOT, type Workspace } from './workspace.ts';

/** Where something stands that must not, by place; never the text itself. */
export type Leaks = Readonly<Record<string, number>>;

const hits = (all: string, words: readonly string[]) =>
  words.filter((each) => all.includes(each)).length;
/** Each word of an identifier counts, but for words anybody writes. */
const PARTS = IDENTIFIERS.flatMap((identifier) => identifier.split(' ')).filter(
  (part) => part.length > 3,
);

/** Looks for planted identifiers everywhere, and for plain case text outside of Slack. */
export function findLeaks(
  places: { readonly redis: string; readonly files: string; readonly logs: string },
  workspace: Workspace,
): Leaks {
  const ours = [...workspace.threads()].flat().filter(({ user }) => user === BOT.user);
  const posted = ours.map(({ text, blocks }) => text + JSON.stringify(blocks)).join('\n');
  const outside = Object.entries(places).map(([place, all]) => [
    place,
    hits(all, [...PARTS, ...PHRASES]),
  ]);
  return Object.fromEntries([...outside, ['replies', hits(posted, PARTS)]]);
}
