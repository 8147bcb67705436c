import type { Log } from './log.ts';
import type { ThreadKey, Turn } from './pipeline/message.ts';
import type { SafetyLabel, SafetyScreen } from './pipeline/outcome.ts';
import type { CaseStore } from './pipeline/ports.ts';
import type { Stages } from './pipeline/stages.ts';
import type { SlackApp } from './slack/bolt.ts';

/** What is done for a thread whose turn could not be answered after all its retries. */
export interface GiveUpParts {
  readonly store: CaseStore;
  readonly slack: Pick<SlackApp, 'postSafety'>;
  readonly responsesFor: Stages['responsesFor'];
  readonly log: Log;
}

/** What the raw screen saw, out of the flags that are kept of it. */
function screenOf(turn: Turn, responsesFor: Stages['responsesFor']): SafetyScreen {
  const labels = turn.flags.map(
    (flag): SafetyLabel => ({ ...flag, evidence: [], source: 'rules' }),
  );
  return { status: 'open', labels, responses: responsesFor(labels) };
}

/** Last resort: what was open for safety is said even when nothing else could be. */
export function createGiveUp({ store, slack, responsesFor, log }: GiveUpParts) {
  return async (key: ThreadKey, failure: { readonly code: string }): Promise<void> => {
    log.error('turn.gave-up', { team: key.team, code: failure.code });
    for (const event of await store.waiting(key)) {
      if (event.kind !== 'turn' || !event.flags.some(({ status }) => status === 'open')) continue;
      const { id: turn, ts } = event;
      await slack.postSafety({ key, turn, ts, safety: screenOf(event, responsesFor) });
    }
  };
}
