import type { createCircumstances } from '../circumstances-of.ts';
import type { Act, ThreadKey } from '../pipeline/message.ts';
import type { Alarm, Alarms, CaseStore } from '../pipeline/ports.ts';
import { nextWorkingTime } from '../pipeline/settings/working-hours.ts';
import type { CaseThread } from '../pipeline/thread/case-thread.ts';
import { questionId } from '../pipeline/thread/follow-up/plan-follow-up.ts';
import type { Bell } from '../ring.ts';
import { followUpAlarm, threadOf } from './follow-up-alarm.ts';

/** What asking how it went needs. */
export interface RingParts {
  readonly store: Pick<CaseStore, 'load' | 'enqueue'>;
  readonly alarms: Pick<Alarms, 'set'>;
  readonly circumstances: ReturnType<typeof createCircumstances>;
  readonly retentionMs: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long after its time a question is still worth asking. */
const LATEST_MS = 21 * DAY_MS;

/** The act by which a worker puts the question, in the order of everything else in the thread. */
function askOf(value: string, now: number): Act {
  const id = `${value}-${Math.floor(now / DAY_MS)}`;
  return { kind: 'act', id, by: 'system', at: now, does: 'ask-follow-up', value };
}

const isOpen = ({ assessment, stillOpen }: CaseThread) =>
  assessment !== null && (assessment.safety.status !== 'clear' || stillOpen);

/**
 * What happens when the time has come. The question is put through the thread's waiting list, once,
 * within working hours, when person, workspace and case want it; while something is open for safety it
 * waits. The alarm is set again until the case says that nothing is planned any more, so that a
 * process that ends in between loses no question.
 */
export function createRingFollowUp(parts: RingParts): Bell {
  const { store, alarms, circumstances, retentionMs } = parts;

  const again = (key: ThreadKey, { id, author }: CaseThread, at: number) =>
    alarms.set(followUpAlarm(key, id, at), { people: [author], thread: key });

  async function put(key: ThreadKey, kase: CaseThread, due: number, id: string): Promise<void> {
    const { now: date, settings, policy } = await circumstances(key, kase.author);
    const now = date.getTime();
    if (!settings.followUps || !policy.followUps || now > due + LATEST_MS) return;
    const at = nextWorkingTime(Math.max(due, now), policy.workingHours);
    if (at > now) return again(key, kase, at);
    await again(key, kase, nextWorkingTime(now + DAY_MS, policy.workingHours));
    if (isOpen(kase)) return;
    await store.enqueue(key, askOf(id, now), retentionMs);
  }

  return async (alarm: Alarm) => {
    const key = threadOf(alarm);
    const kase = key === null ? null : await store.load(key);
    if (key === null || kase === null) return;
    const { due, off } = kase.followUp;
    const id = questionId(kase);
    if (due !== null && id !== null && !off) await put(key, kase, due, id);
  };
}
