import { beforeEach, expect, it } from 'vitest';
import { createBackground } from '../../src/slack/background.ts';
import { createGreet } from '../../src/slack/greet.ts';
import { view } from '../support/view-parts.ts';

const MINUTE = 60_000;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const background = createBackground(quiet);

let now = 0;
let asked: string[] = [];
let fails = false;

const greet = createGreet({
  waysIn: {
    firstContact: async (_team, user) => {
      asked.push(user);
      if (fails) throw new Error('away');
      return false;
    },
  },
  clientOf: async () => Promise.reject(new Error('nobody is new')),
  identity: () => ({ install: 'T1', team: 'T1', enterprise: null, botUser: 'U0', bot: null }),
  ...{ background, view, now: () => now },
});

async function greeted(user: string): Promise<void> {
  greet(user);
  await background.idle(1_000);
}

beforeEach(() => {
  now += 60 * MINUTE;
  asked = [];
  fails = false;
});

it('looks up once in ten minutes whether somebody was welcomed', async () => {
  for (const user of ['U1', 'U1', 'U2']) await greeted(user);
  now += 9 * MINUTE;
  await greeted('U1');
  expect(asked).toEqual(['U1', 'U2']);
  now += 2 * MINUTE;
  await greeted('U1');
  expect(asked).toEqual(['U1', 'U2', 'U1']);
});

it('looks it up again at once when the store did not answer', async () => {
  fails = true;
  await greeted('U1');
  fails = false;
  await greeted('U1');
  expect(asked).toEqual(['U1', 'U1']);
});
