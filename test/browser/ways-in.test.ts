import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findChromium, WorkspacePage } from '../../demo/browser.ts';
import { EXAMPLES } from '../../demo/cases.ts';
import { BOT, CHANNELS, PEOPLE } from '../../demo/workspace.ts';
import { startTryOut, type TryOut } from '../support/try-out.ts';

const chromium = findChromium();
if (chromium === null && process.env.CI === 'true') throw new Error('Chromium is missing.');

/** The direct conversation of the clinician with the bot, opened as by a click on the bot's name. */
async function directChannel(url: string): Promise<string> {
  await fetch(`${url}/_control/open-home`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: PEOPLE.clinician.id, appId: BOT.appId }),
  });
  const state = await (await fetch(`${url}/_control/state`)).json();
  const { channels } = state as {
    channels: { id: string; is_im?: boolean; members: string[] }[];
  };
  const found = channels.find(
    ({ is_im, members }) =>
      is_im && members.includes(PEOPLE.clinician.id) && members.includes(BOT.botUserId),
  );
  if (!found) throw new Error('There is no direct conversation.');
  return found.id;
}

describe.skipIf(chromium === null)('ways in, in a real browser', { timeout: 60_000 }, () => {
  let tryOut: TryOut;
  let local: TryOut['local'];
  let browser: Browser;
  let page: Page;
  let workspace: WorkspacePage;
  let direct: string;

  beforeAll(async () => {
    tryOut = await startTryOut();
    ({ local, browser } = tryOut);
    direct = await directChannel(local.url);
  }, 90_000);
  afterAll(() => tryOut?.stop());
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 1600 } });
    workspace = new WorkspacePage(page, local.url);
    await workspace.openChannel(CHANNELS.team.id);
    await workspace.actAs(PEOPLE.clinician.id);
  });
  afterEach(() => page.close());

  it('answers the command privately, in a few lines', async () => {
    await workspace.post('/impasse status');
    await page.getByText('Readings stand on rules alone').last().waitFor();
    await workspace.post('/impasse help');
    await page.getByText('opens a form for a case').last().waitFor();
  });

  it('takes a case from the form into the direct conversation, for its writer alone', async () => {
    await workspace.post('/impasse new');
    const form = workspace.modal();
    await form.getByText('A stuck moment').waitFor();
    await form.locator('input, textarea').first().fill(EXAMPLES.withdrawal);
    await form.locator('.modal-btn.primary').click();
    await form.waitFor({ state: 'detached' });
    await workspace.openChannel(direct);
    await page.getByText('Your case, for you alone').last().waitFor();
    await workspace.openNewestThread();
    await workspace.thread().getByText('Reading, for now').first().waitFor();
    await workspace.openChannel(CHANNELS.team.id);
    expect(await page.locator('.thread-summary').count()).toBe(0);
  });

  it('says inside the form what is to be mended', async () => {
    await workspace.post('/impasse new');
    const form = workspace.modal();
    await form.locator('.modal-btn.primary').click();
    await form.getByText('Please write a few words').waitFor();
    await form.locator('button', { hasText: 'Cancel' }).last().click();
    await form.waitFor({ state: 'detached' });
  });

  it('answers a direct message privately, and shares it once it is asked to', async () => {
    await workspace.openChannel(direct);
    await workspace.actAs(PEOPLE.clinician.id);
    await workspace.post(`${EXAMPLES.withdrawal} She is called Danielle Foster.`);
    await page.locator('.thread-summary').last().waitFor();
    await workspace.openNewestThread();
    await workspace.thread().getByText('Reading, for now').first().waitFor();
    await workspace.press('Share to channel');
    const modal = workspace.modal();
    await modal.getByText('This would be posted').waitFor();
    const shown = (await modal.textContent()) ?? '';
    expect(shown).toContain('gone quiet since I raised the fee');
    expect(shown).not.toContain('Danielle');
    await modal
      .locator('select')
      .first()
      .selectOption({ label: `#${CHANNELS.team.name}` });
    await modal.locator('.modal-btn.primary').click();
    await modal.waitFor({ state: 'detached' });
    await workspace.openChannel(CHANNELS.team.id);
    await page.getByText('on purpose').last().waitFor();
    await workspace.openNewestThread();
    await workspace.thread().getByText('Reading, for now').first().waitFor();
    expect(await page.textContent('body')).not.toContain('Danielle');
  });

  it('asks what was off, and takes a correction in words', async () => {
    await workspace.post(`@impasse ${EXAMPLES.withdrawal}`);
    await page.locator('.thread-summary').nth(1).waitFor();
    await workspace.openNewestThread();
    await workspace.press('Not helpful');
    const modal = workspace.modal();
    await modal.getByText('What was off?').waitFor();
    await modal.locator('input[type=checkbox]').first().check();
    await modal.locator('.modal-btn.primary').click();
    await modal.waitFor({ state: 'detached' });
    await workspace.reply('It is not withdrawal, it is confrontation.');
    await workspace.thread().getByText('Corrected by you: moving against').first().waitFor();
  });

  it('opens the form from a prompt in the direct conversation', async () => {
    await workspace.openChannel(direct);
    await workspace.actAs(PEOPLE.clinician.id);
    await page.waitForTimeout(500);
    const before = await page.locator('.thread-summary').count();
    await workspace.post('Open the form');
    await page.locator('.thread-summary').nth(before).waitFor();
    await workspace.openNewestThread();
    await workspace.press('Open the form');
    await workspace.modal().getByText('A stuck moment').waitFor();
  });
});
