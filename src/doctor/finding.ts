import type { Say } from '../pipeline/thread/what-changed.ts';

/** One thing looked at: what was found, why it matters, and what to do about it. */
export interface Finding {
  /** Such as `redis.eviction`; the same in every version. */
  readonly id: string;
  /** A fault keeps the bot from working well; a hint is for the owner to know. */
  readonly level: 'ok' | 'hint' | 'fault';
  readonly found: string;
  /** Why it matters; empty when it is well. */
  readonly why: string;
  /** What to do; empty when it is well. */
  readonly cure: string;
}

/** Words for findings: `doctor.<id>.found`, `.why` and `.cure`. */
export interface Report {
  ok(id: string, slots?: Slots): Finding;
  hint(id: string, slots?: Slots): Finding;
  fault(id: string, slots?: Slots): Finding;
  /** A finding of which others know the words; only why it matters is ours. */
  told(level: 'hint' | 'fault', id: string, found: string, cure: string): Finding;
}

type Slots = Readonly<Record<string, string>>;

/** Findings in plain words. */
export function createReport(say: Say): Report {
  const make = (level: Finding['level']) => (id: string, slots?: Slots) => ({
    ...{ id, level, found: say(`doctor.${id}.found`, slots) },
    why: level === 'ok' ? '' : say(`doctor.${id}.why`, slots),
    cure: level === 'ok' ? '' : say(`doctor.${id}.cure`, slots),
  });
  return {
    ...{ ok: make('ok'), hint: make('hint'), fault: make('fault') },
    told: (level, id, found, cure) => ({
      ...{ id, level, found, cure, why: say(`doctor.${id}.why`) },
    }),
  };
}
