import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findChromium, WorkspacePage } from '../../demo/browser.ts';
import { EXAMPLES } from '../../demo/cases.ts';
import { CHANNELS, PEOPLE } from '../../demo/workspace.ts';
import { startTryOut, type TryOut } from '../support/try-out.ts';

const chromium = findChromium();
if (chromium === null) {
  const loud = 'Chromium is missing, so the browser tests did not run: apt-get install chromium';
  if (process.env.CI === 'true') throw new Error(loud);
  process.stderr.write(`\n*** ${loud} ***\n\n`);
}

/** When each message of the team channel was posted, in seconds, by the workspace's own clock. */
async function messageTimes(url: string): Promise<string[]> {
  const response = await fetch(`${url}/_control/messages/${CHANNELS.team.id}`);
  const { messages } = (await response.json()) as { messages: { ts: string }[] };
  return messages.map(({ ts }) => ts);
}

describe.skipIf(chromium === null)('the try-out in a real browser', { timeout: 30_000 }, () => {
  let tryOut: TryOut;
  let local: TryOut['local'];
  let browser: Browser;
  let page: Page;
  let workspace: WorkspacePage;

  beforeAll(async () => {
    tryOut = await startTryOut();
    ({ local, browser } = tryOut);
  }, 60_000);
  afterAll(() => tryOut?.stop());
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 1200 } });
    workspace = new WorkspacePage(page, local.url);
    await workspace.openChannel(CHANNELS.team.id);
    await workspace.actAs(PEOPLE.clinician.id);
  });
  afterEach(() => page.close());

  it('answers a case in its thread', async () => {
    await workspace.post(`@impasse ${EXAMPLES.withdrawal}`);
    await page.locator('.thread-summary').last().waitFor();
    await workspace.openNewestThread();
    await workspace.thread().getByText('Reading, for now').first().waitFor();
  });

  it('says what changed when the clinician tells more', async () => {
    await workspace.post(`@impasse ${EXAMPLES.confrontation}`);
    await page.locator('.thread-summary').nth(1).waitFor();
    await workspace.openNewestThread();
    await workspace.reply(EXAMPLES.followUp);
    await workspace.thread().getByText('What changed').first().waitFor();
  });

  it('revises the reading in place when the clinician taps what they saw', async () => {
    await workspace.openNewestThread();
    await workspace.press('I saw this');
    await workspace.thread().getByText('seen by you').first().waitFor();
  });

  it('opens why', async () => {
    await workspace.openNewestThread();
    await workspace.press('Why?');
    await workspace.modal().getByText('Why this reading').waitFor();
    await workspace.closeModal();
  });

  it('answers a safety matter with safety only, and goes on once it is in hand', async () => {
    await workspace.post(`@impasse ${EXAMPLES.safety}`);
    await page.locator('.thread-summary').nth(2).waitFor();
    await workspace.openNewestThread();
    await workspace.thread().getByText('Safety first').first().waitFor();
    expect(await workspace.thread().textContent()).not.toContain('You might say');
    await workspace.press('In hand');
    await workspace.thread().getByText('Reading, for now').first().waitFor();
  });

  it('tells the poster privately what was removed, and shows none of it', async () => {
    await workspace.post(`@impasse ${EXAMPLES.identifiers}`);
    await page.getByText('may identify someone').last().waitFor();
    await workspace.openNewestThread();
    const [, ...ours] = ((await workspace.thread().textContent()) ?? '').split('APP');
    expect(ours.join()).not.toMatch(/Danielle|Foster|Pawtucket|0136/);
  });

  it('refuses politely in a channel that is not on the list', async () => {
    await workspace.openChannel(CHANNELS.lunch.id);
    await workspace.post(`@impasse ${EXAMPLES.withdrawal}`);
    await page.getByText('not set up for this channel').last().waitFor();
    expect(await page.locator('.thread-summary').count()).toBe(0);
  });

  it('answers within a second of a case being posted', async () => {
    const before = (await messageTimes(local.url)).length;
    await workspace.post(`@impasse ${EXAMPLES.withdrawal}`);
    await expect.poll(async () => (await messageTimes(local.url)).length).toBe(before + 2);
    const [posted, answered] = (await messageTimes(local.url)).slice(-2).map(Number);
    // The workspace's clock counts whole seconds, so an answer within one may fall into the next.
    expect((answered ?? 0) - (posted ?? 0)).toBeLessThan(1.5);
  });
});
