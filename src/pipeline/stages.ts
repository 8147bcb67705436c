import type { Label } from '../knowledge/knowledge.ts';
import type { Reader } from './classify/read.ts';
import type { Deidentify } from './deidentify/deidentify.ts';
import type { Unreadable } from './message.ts';
import type { Direction, SafetyLabel, Versions } from './outcome.ts';
import type { Screen } from './safety/screen.ts';
import type { Suggest } from './suggest/suggest.ts';
import type { createMissingInfo } from './thread/missing-info.ts';
import type { Requests } from './thread/requests.ts';
import type { CourseParts } from './thread/stages/take-course.ts';
import type { Say } from './thread/what-changed.ts';

/** The stages a turn goes through, built once at start from knowledge and weights (app.ts, cli.ts). */
export interface Stages {
  readonly deidentify: Deidentify;
  readonly readable: (text: string) => Unreadable | null;
  readonly screen: Screen;
  /** Stands for everything that decides what the screen finds. */
  readonly screenVersion: string;
  readonly responsesFor: (labels: readonly SafetyLabel[]) => readonly string[];
  readonly read: Reader;
  readonly suggest: Suggest;
  readonly missingInfo: ReturnType<typeof createMissingInfo>;
  readonly requests: Requests;
  /** What somebody says about the direction of a reading in a few words, or null. */
  readonly saidDirection: (text: string) => Direction | null;
  readonly course: CourseParts;
  readonly label: (id: string) => Label;
  readonly say: Say;
  readonly versions: Versions;
}
