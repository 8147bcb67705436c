import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findChromium, WorkspacePage } from '../../demo/browser.ts';
import { EXAMPLES } from '../../demo/cases.ts';
import { CHANNELS, PEOPLE } from '../../demo/workspace.ts';
import { startTryOut, type TryOut } from '../support/try-out.ts';

const chromium = findChromium();

describe.skipIf(chromium === null).each(['gate', 'open'] as const)(
  'review from the supervisor’s seat, policy %s',
  { timeout: 40_000 },
  (review) => {
    let tryOut: TryOut;
    let local: TryOut['local'];
    let browser: Browser;
    let page: Page;
    let workspace: WorkspacePage;

    beforeAll(async () => {
      tryOut = await startTryOut({ review });
      ({ local, browser } = tryOut);
    }, 60_000);
    afterAll(() => tryOut?.stop());
    beforeEach(async () => {
      page = await browser.newPage({ viewport: { width: 1280, height: 1600 } });
      workspace = new WorkspacePage(page, local.url);
    });
    afterEach(() => page.close());

    const clinician = async () => {
      await workspace.openChannel(CHANNELS.team.id);
      await workspace.actAs(PEOPLE.clinician.id);
    };
    const supervisor = async () => {
      await workspace.openChannel(CHANNELS.supervision.id);
      await workspace.actAs(PEOPLE.supervisor.id);
    };
    const button = (text: string) => page.locator('.main .bk-button', { hasText: text }).last();

    it('a case gets its card: by itself behind the gate, when asked for otherwise', async () => {
      await clinician();
      await workspace.post(`@impasse ${EXAMPLES.withdrawal}`);
      await page.locator('.thread-summary').last().waitFor();
      await workspace.openNewestThread();
      const answer = workspace.thread();
      if (review === 'gate') await answer.getByText('they are waiting for that').waitFor();
      else {
        await answer.getByText('You might say').first().waitFor();
        await workspace.press('Ask a supervisor');
      }
      await answer.getByText('A supervisor has been asked').first().waitFor();
      await supervisor();
      await page.getByText('A case to look at').waitFor();
      await page.getByText('Waiting since').waitFor();
      expect(await page.locator('.main').textContent()).not.toContain(EXAMPLES.withdrawal);
    });

    if (review === 'open') {
      it('an approval is told in the thread under the supervisor’s name', async () => {
        await supervisor();
        await button('Approve').click();
        await page.getByText('Decided so far').waitFor();
        await clinician();
        await workspace.openNewestThread();
        await workspace.thread().getByText('approved them').first().waitFor();
        expect(await workspace.thread().textContent()).toContain('Morgan');
      });
      return;
    }

    it('other words that blame are sent back with what the guard objects to', async () => {
      await supervisor();
      await button('Suggest other words').click();
      await workspace.modal().waitFor();
      const field = workspace.modal().locator('input, textarea').first();
      await field.fill('You are being resistant and manipulative again.');
      await workspace.modal().locator('.modal-btn.primary').click();
      await workspace.modal().getByText('Our check objects').waitFor();
      await field.fill('I wonder if something I said last time landed badly with you.');
      await workspace.modal().locator('.modal-btn.primary').click();
      await page.getByText('Instead, from a supervisor').waitFor();
    });

    it('they stand in the clinician’s thread under the supervisor’s name', async () => {
      await clinician();
      await workspace.openNewestThread();
      const answer = workspace.thread();
      await answer.getByText('something I said last time landed badly').first().waitFor();
      await answer.getByText('suggests other words').first().waitFor();
      expect(await answer.textContent()).toContain('Morgan');
    });

    it('a question goes to the thread', async () => {
      await supervisor();
      await button('Ask the clinician').click();
      await workspace.modal().waitFor();
      await workspace.modal().locator('input, textarea').first().fill('What did you feel then?');
      await workspace.modal().locator('.modal-btn.primary').click();
      await page.getByText('waits for their answer').waitFor();
      await clinician();
      await workspace.openNewestThread();
      await workspace.thread().getByText('What did you feel then?').first().waitFor();
    });
  },
);
