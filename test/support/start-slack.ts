import { createPolicies } from '../../src/policies.ts';
import { createSlack, type SlackApp } from '../../src/slack/bolt.ts';
import type { SlackOptions } from '../../src/slack/slack-options.ts';
import { KEY } from './builders.ts';
import { FakeSlack } from './fake-slack.ts';
import { StubHome } from './stub-home.ts';
import { StubIntake } from './stub-intake.ts';
import { noPaging } from './stub-paging.ts';
import { noRehearsals } from './stub-rehearsals.ts';
import { noReviews } from './stub-reviews.ts';
import { noSharing } from './stub-sharing.ts';
import { StubWaysIn } from './stub-ways-in.ts';
import { view } from './view-parts.ts';

/** Slack's side alone, between a fake workspace and a stand-in for the rest. */
export interface Started {
  readonly app: SlackApp;
  readonly slack: FakeSlack;
  readonly intake: StubIntake;
  readonly waysIn: StubWaysIn;
  readonly log: { readonly event: string; readonly fields: unknown }[];
  readonly port: number | null;
}

/** Starts the real Bolt app against a fake workspace. */
export async function startSlack(over: Partial<SlackOptions> = {}): Promise<Started> {
  const slack = new FakeSlack();
  const intake = new StubIntake();
  const log: Started['log'] = [];
  const write = (event: string, fields?: unknown) => void log.push({ event, fields });
  const app = createSlack({
    ...{ token: 'xoxb-test', channels: [KEY.channel], claims: intake, view },
    transport: { kind: 'receiver', receiver: slack.receiver },
    log: { info: write, warn: write, error: write },
    fetch: slack.fetch as NonNullable<SlackOptions['fetch']>,
    ...over,
  });
  const policies = createPolicies({ read: async () => null });
  const waysIn = new StubWaysIn();
  app.listen({
    home: new StubHome(),
    intake,
    policies,
    review: noReviews,
    paging: noPaging,
    waysIn,
    sharing: noSharing,
    feedback: { give: async () => 'kept' },
    rehearsals: noRehearsals,
    followUps: { prepare: async () => undefined },
    courses: { draw: async () => Buffer.from(''), file: () => null, keepFile: () => undefined },
  });
  return { app, slack, intake, waysIn, log, port: await app.start() };
}
