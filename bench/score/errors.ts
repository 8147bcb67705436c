import { afterTap, asserted, firstEight, type ReadCase } from './reading-figures.ts';
import { isFalseAlarm, isNeedless, missedIn, type ScreenedNote } from './safety-figures.ts';

const list = (ids: readonly string[]) => (ids.length > 0 ? ids.join(', ') : '–');

/** Lines on what a reading got wrong; empty when it got all right. */
export function readingErrors(read: ReadCase): string[] {
  const { kase, reading } = read;
  const eight = firstEight(read);
  const wrong = asserted(read).filter(
    (id) => !kase.required.includes(id) && !kase.acceptable.includes(id),
  );
  const missed = kase.required.filter((id) => !id.startsWith('sf-') && !eight.includes(id));
  return [
    ...(missed.length > 0 ? [`not among eight: ${list(missed)}; offered: ${list(eight)}`] : []),
    ...wrong.map((id) => `${kase.forbidden.includes(id) ? 'forbidden' : 'wrong'}: ${id}`),
    ...(reading.direction === kase.direction
      ? []
      : [
          `direction ${reading.direction}, is ${kase.direction}; after a tap: ${list(afterTap(read))}`,
        ]),
    ...(reading.enoughInfo === kase.enough_info
      ? []
      : [`enough information: ${reading.enoughInfo}`]),
  ].map((line) => `${kase.id}  ${line}`);
}

/** Lines on what the screen got wrong on one note. */
export function safetyErrors(read: ScreenedNote): string[] {
  const { note } = read;
  return [
    ...missedIn(read).map((id) => `missed: ${id}`),
    ...(isFalseAlarm(read) ? ['false alarm'] : []),
    ...(isNeedless(read) ? ['needless question'] : []),
  ].map((line) => `${note.id}  ${line}`);
}
