import {
  DEFAULT_SETTINGS,
  type PersonSettings,
} from '../../src/pipeline/settings/person-settings.ts';
import type { WorkspacePolicy } from '../../src/pipeline/settings/workspace-policy.ts';
import { trendsOf } from '../../src/pipeline/trends/trends.ts';
import type { HomeService } from '../../src/slack/home-service.ts';

/** A Home with nothing in it, which remembers what was saved. */
export class StubHome implements HomeService {
  readonly saved: (PersonSettings | Partial<WorkspacePolicy>)[] = [];
  cases = async () => [];
  settings = async () => DEFAULT_SETTINGS;
  saveSettings = async (_: string, __: string, settings: PersonSettings) => {
    this.saved.push(settings);
  };
  savePolicy = async (_: string, __: string, change: Partial<WorkspacePolicy>) => {
    this.saved.push(change);
  };
  queue = async () => [];
  trends = async () => trendsOf(new Map(), 0, []);
  picture = async () => null;
  pictureFile = async () => null;
  keepPictureFile = async () => undefined;
  operations = async () => ({
    status: {
      ...{ model: null, retentionDays: 30, channels: [], paused: false, gate: false },
      ...{ supervised: false, contacts: false },
    },
    ...{ boundary: null, modelAnswers: null, service: null },
  });
}
