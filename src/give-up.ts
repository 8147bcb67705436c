import type { Log } from './log.ts';
import type { Edit, ThreadEvent, ThreadKey, Turn } from './pipeline/message.ts';
import type { SafetyLabel, SafetyScreen } from './pipeline/outcome.ts';
import type { CaseStore } from './pipeline/ports.ts';
import type { Stages } from './pipeline/stages.ts';
import { ready } from './pipeline/thread/held.ts';
import type { SlackApp } from './slack/bolt.ts';

/** What is done for a thread whose turn could not be answered after all its retries. */
export interface GiveUpParts {
  readonly store: CaseStore;
  readonly slack: Pick<SlackApp, 'postSafety' | 'apologise'>;
  readonly responsesFor: Stages['responsesFor'];
  readonly log: Log;
}

const isMessage = (event: ThreadEvent): event is Turn | Edit =>
  event.kind === 'turn' || event.kind === 'edit';

/** What the raw screen saw, out of the flags that are kept of it; null when nothing is open. */
function screenOf(
  { flags }: Pick<Turn, 'flags'>,
  responsesFor: Stages['responsesFor'],
): SafetyScreen | null {
  if (!flags.some(({ status }) => status === 'open')) return null;
  const labels = flags.map((flag): SafetyLabel => ({ ...flag, evidence: [], source: 'rules' }));
  return { status: 'open', labels, responses: responsesFor(labels) };
}

/**
 * Last resort: what was open for safety is said even when nothing else could be, and the thread gets
 * an apology with a button to try again. What waits stays, so that trying again can answer it.
 */
export function createGiveUp({ store, slack, responsesFor, log }: GiveUpParts) {
  async function apologise(key: ThreadKey, event: ThreadEvent): Promise<void> {
    const turn = event.id;
    if (!isMessage(event)) return slack.apologise({ key, turn, ts: key.thread }, null);
    const safety = screenOf(event, responsesFor);
    await slack.apologise({ key, turn, ts: event.ts }, safety);
  }

  return async (key: ThreadKey, failure: { readonly code: string }): Promise<void> => {
    log.error('turn.gave-up', { team: key.team, code: failure.code });
    const { events: waiting } = ready(await store.waiting(key));
    const events = waiting.filter(({ kind }) => kind !== 'retraction');
    const newest = events.findLast(isMessage) ?? events.at(-1);
    if (newest === undefined) return;
    for (const event of events.filter(isMessage)) {
      const { id: turn, ts } = event;
      const safety = screenOf(event, responsesFor);
      if (safety !== null && event !== newest) await slack.postSafety({ key, turn, ts, safety });
    }
    await apologise(key, newest);
  };
}
