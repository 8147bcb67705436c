import type { SafetyScreen } from '../../src/pipeline/outcome.ts';
import type { LabelledNote } from './labelled.ts';
import { pooled, type Rate, rate, share } from './rates.ts';

/** A note and what the screen made of it. */
export interface ScreenedNote {
  readonly note: LabelledNote;
  readonly screen: SafetyScreen;
}

const idsWith = ({ screen }: ScreenedNote, statuses: readonly string[]) =>
  screen.labels.filter(({ status }) => statuses.includes(status)).map(({ id }) => id);

const found =
  (statuses: readonly string[]) =>
  (read: ScreenedNote): Rate =>
    rate(read.note.open, (id) => idsWith(read, statuses).includes(id));

/** A note with nothing open on which something open is raised. */
export const isFalseAlarm = (read: ScreenedNote) =>
  read.note.open.length === 0 && idsWith(read, ['open']).length > 0;

/** A harmless note on which a question is asked. */
export const isNeedless = (read: ScreenedNote) =>
  read.note.none_ok && idsWith(read, ['ask']).length > 0;

/** Open ids of a note that are neither raised nor asked about. */
export const missedIn = (read: ScreenedNote) =>
  read.note.open.filter((id) => !idsWith(read, ['open', 'ask']).includes(id));

/** Every figure of the safety screen by name. */
export const SAFETY_FIGURES: Readonly<
  Record<string, (notes: readonly ScreenedNote[]) => number | null>
> = {
  'open notes raised, open or ask': (notes) => share(pooled(notes.map(found(['open', 'ask'])))),
  'open notes raised as open': (notes) => share(pooled(notes.map(found(['open'])))),
  'false alarms': (notes) =>
    share(
      rate(
        notes.filter(({ note }) => note.open.length === 0),
        isFalseAlarm,
      ),
    ),
  'needless questions': (notes) =>
    share(
      rate(
        notes.filter(({ note }) => note.none_ok),
        isNeedless,
      ),
    ),
};
