import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { examineState } from '../state/examine.ts';
import { StateError } from '../state/state-error.ts';
import type { Check, Patient } from './check.ts';
import type { Finding, Report } from './finding.ts';

/** What a fault of state says: the first sentence is what was found, the rest what to do. */
function toFinding(error: StateError, report: Report): Finding {
  const [found = '', ...rest] = error.cure.split(/(?<=\.) /);
  const id = error.code.startsWith('key') ? 'keys' : 'state';
  return report.told('fault', id, found, rest.join(' '));
}

/** The nearest folder on the way to the data file that exists, since the others are made at start. */
function nearest(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : nearest(dirname(folder));
}

function checkFolder({ state, report }: Patient): Finding[] {
  if (state === null || state.redisUrl || state.path === ':memory:') return [];
  try {
    accessSync(nearest(dirname(resolve(state.path))), constants.W_OK | constants.X_OK);
    return [report.ok('folder.writable')];
  } catch {
    return [report.fault('folder')];
  }
}

/** Keys and storage: whether the ring opens what is stored, and how storage itself stands. */
export const checkState: Check = async (patient) => {
  const { state, report } = patient;
  if (state === null) return [];
  const folder = checkFolder(patient);
  try {
    const { findings, opened } = await examineState(state);
    return [
      ...folder,
      report.ok(opened ? 'keys.open' : 'keys.new'),
      report.hint('keys.backup'),
      ...(state.redisUrl ? [] : [report.hint('state.single')]),
      ...findings.map(({ id, level, found, cure }) =>
        level === 'ok'
          ? { id, level, found, cure, why: '' }
          : report.told(level === 'fail' ? 'fault' : 'hint', id, found, cure),
      ),
    ];
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    return [...folder, toFinding(error, report)];
  }
};
