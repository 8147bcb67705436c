import type { ThreadKey } from '../pipeline/message.ts';
import type { RecordStore } from '../pipeline/ports.ts';
import { rehearsalKey } from '../pipeline/rehearsal/rehearsal.ts';

/** Whose rehearsals: those of a case, of a person in an install, or of an install. */
export type RehearsedBy =
  | { readonly thread: ThreadKey }
  | { readonly team: string; readonly user?: string };

const sameThread = (a: ThreadKey, b: ThreadKey) =>
  a.team === b.team && a.channel === b.channel && a.thread === b.thread;

/** The threads in which our messages of rehearsals stand; their records go with what they belong to. */
export async function rehearsalPlaces(
  records: Pick<RecordStore, 'all'>,
  of: RehearsedBy,
): Promise<readonly ThreadKey[]> {
  const team = 'thread' in of ? of.thread.team : of.team;
  const places = await records.all(team, 'rehearsal-place');
  return places
    .filter(({ value }) => {
      if ('thread' in of) return sameThread(value.about, of.thread);
      return of.user === undefined || value.person === of.user;
    })
    .map(({ id }) => rehearsalKey(team, id));
}

/** The same as our messages that are to be deleted in Slack. */
export async function rehearsalReplies(...given: Parameters<typeof rehearsalPlaces>) {
  const places = await rehearsalPlaces(...given);
  return places.map((key) => ({ key, known: [key.thread], all: true }));
}
