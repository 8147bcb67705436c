import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, WorkspacePage } from '../../demo/browser.ts';
import { EXAMPLES } from '../../demo/cases.ts';
import { daysAhead } from '../../demo/days-ahead.ts';
import { CHANNELS, PEOPLE } from '../../demo/workspace.ts';
import { startTryOut, type TryOut } from '../support/try-out.ts';

const chromium = findChromium();
/** The bot looks every fifteen seconds for what is due by a clock that was moved. */
const RUNG_MS = 20_000;

describe.skipIf(chromium === null)('how it went, in a real browser', { timeout: 60_000 }, () => {
  let tryOut: TryOut;
  let local: TryOut['local'];
  let bot: TryOut['bot'];
  let browser: Browser;
  let page: Page;
  let workspace: WorkspacePage;

  beforeAll(async () => {
    tryOut = await startTryOut();
    ({ local, bot, browser } = tryOut);
    page = await browser.newPage({ viewport: { width: 1280, height: 2000 } });
    workspace = new WorkspacePage(page, local.url);
    await workspace.openChannel(CHANNELS.team.id);
    await workspace.actAs(PEOPLE.clinician.id);
    await workspace.post(`@impasse ${EXAMPLES.withdrawal}`);
    await workspace.openNewestThread();
  }, 60_000);
  afterAll(() => tryOut?.stop());

  it('is asked in the thread when the clock has moved past the next session', async () => {
    await workspace.choose('When do you see them next?', 'Tomorrow');
    await workspace.thread().getByText('I will ask here how it went').first().waitFor();
    bot.moveClock(daysAhead(2, Date.now()));
    await workspace.thread().getByText('How did it go?').waitFor({ timeout: RUNG_MS });
  });

  it('changes the next suggestion with the answer', async () => {
    await workspace.press('No change');
    const thread = workspace.thread();
    await thread.getByText('changed nothing, so here is another way').waitFor();
    await thread.getByText('Where you seem to be').last().waitFor();
    expect(await thread.textContent()).not.toContain('How did it go?');
  });
});
