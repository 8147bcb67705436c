import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, WorkspacePage } from '../../demo/browser.ts';
import { EXAMPLES } from '../../demo/cases.ts';
import { CHANNELS, PEOPLE } from '../../demo/workspace.ts';
import { startTryOut, type TryOut } from '../support/try-out.ts';

const chromium = findChromium();

describe.skipIf(chromium === null)('the planner in a real browser', { timeout: 30_000 }, () => {
  let tryOut: TryOut;
  let local: TryOut['local'];
  let browser: Browser;
  let page: Page;
  let workspace: WorkspacePage;

  beforeAll(async () => {
    tryOut = await startTryOut();
    ({ local, browser } = tryOut);
    page = await browser.newPage({ viewport: { width: 1280, height: 2000 } });
    workspace = new WorkspacePage(page, local.url);
    await workspace.openChannel(CHANNELS.team.id);
    await workspace.actAs(PEOPLE.clinician.id);
    await workspace.post(`@impasse ${EXAMPLES.downhill}`);
    await workspace.openNewestThread();
  }, 60_000);
  afterAll(() => tryOut?.stop());

  it('lays out four to six interviews to copy', async () => {
    await workspace.press('Plan it');
    const modal = workspace.modal();
    await modal.locator('select').selectOption({ label: 'Six interviews' });
    await modal.locator('.modal-btn.primary').click();
    await modal.getByText('Week 6, interview 6: The decision meeting').waitFor();
    expect(await modal.textContent()).toContain('What is not shared');
    await workspace.closeModal();
    await workspace.thread().getByText('A plan of 6 interviews stands').waitFor();
  });

  it('follows how far the consultation has come', async () => {
    await workspace.press('The plan');
    const modal = workspace.modal();
    await modal.locator('select').selectOption({ label: 'Interview 2 has taken place' });
    await modal.locator('.modal-btn.primary').click();
    await workspace.closeModal();
    await workspace.thread().getByText('2 of 6 interviews have taken place').waitFor();
  });
});
