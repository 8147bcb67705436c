import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, WorkspacePage } from '../../demo/browser.ts';
import { EXAMPLES } from '../../demo/cases.ts';
import { CHANNELS, PEOPLE } from '../../demo/workspace.ts';
import { startTryOut, type TryOut } from '../support/try-out.ts';

const chromium = findChromium();

interface Told {
  readonly channels: readonly { id: string; is_im?: boolean; members?: string[] }[];
  readonly messages: readonly { ts: string; text: string }[];
}

const control = async (url: string, path: string) =>
  (await (await fetch(`${url}/_control/${path}`)).json()) as Told;

/** Where a rehearsal stands: the direct conversation with the bot, and its message there. */
async function rehearsalOf(url: string, user: string) {
  const { channels } = await control(url, 'state');
  const direct = channels.find(({ is_im, members = [] }) => is_im && members.includes(user));
  const { messages } = await control(url, `messages/${direct?.id ?? ''}`);
  const root = messages.find(({ text }) => text.startsWith('A rehearsal'));
  return { direct: direct?.id ?? '', root: root?.ts ?? '' };
}

describe.skipIf(chromium === null)('a rehearsal in a real browser', { timeout: 40_000 }, () => {
  let tryOut: TryOut;
  let local: TryOut['local'];
  let browser: Browser;

  beforeAll(async () => {
    tryOut = await startTryOut();
    ({ local, browser } = tryOut);
  }, 60_000);
  afterAll(() => tryOut?.stop());

  it('goes on for three turns with feedback, in the direct messages alone', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1200 } });
    const workspace = new WorkspacePage(page, local.url);
    await workspace.openChannel(CHANNELS.team.id);
    await workspace.actAs(PEOPLE.clinician.id);
    await workspace.post(`@impasse ${EXAMPLES.withdrawal}`);
    await page.locator('.thread-summary').last().waitFor();
    await workspace.openNewestThread();
    await workspace.press('Rehearse');
    await workspace.thread().getByText('open in our direct messages').first().waitFor();

    const { direct, root } = await rehearsalOf(local.url, PEOPLE.clinician.id);
    await workspace.openThread(direct, root);
    const thread = workspace.thread();

    await workspace.reply('You always go quiet when it matters.');
    await thread.getByText('What may have helped').nth(0).waitFor();
    await workspace.reply('I notice it has been quiet since the fee, and I think I rushed it.');
    await thread.getByText('You named your own part').first().waitFor();
    await workspace.reply('I can see why that was hard. What was it like for you?');
    await thread.getByText('You took their side of it seriously').first().waitFor();
    expect(await thread.getByText('The client might answer:').count()).toBe(3);
    expect(await thread.getByText('This is practice').count()).toBeGreaterThanOrEqual(4);
    expect(await thread.getByText('Other words for the same moment', { exact: true }).count()).toBe(
      3,
    );

    await workspace.press('Stop');
    await thread.getByText('To take with you').first().waitFor();
    await workspace.openChannel(CHANNELS.team.id);
    expect(await page.getByText('I think I rushed it').count()).toBe(0);
    await page.close();
  });
});
