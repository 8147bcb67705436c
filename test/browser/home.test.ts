import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findChromium, WorkspacePage } from '../../demo/browser.ts';
import { EXAMPLES } from '../../demo/cases.ts';
import { CHANNELS, PEOPLE } from '../../demo/workspace.ts';
import { startTryOut, type TryOut } from '../support/try-out.ts';

const chromium = findChromium();

describe.skipIf(chromium === null)('the Home tab in a real browser', { timeout: 40_000 }, () => {
  let tryOut: TryOut;
  let local: TryOut['local'];
  let browser: Browser;
  let page: Page;
  let workspace: WorkspacePage;

  beforeAll(async () => {
    tryOut = await startTryOut({ review: 'gate', owners: [PEOPLE.colleague.id] });
    ({ local, browser } = tryOut);
  }, 60_000);
  afterAll(() => tryOut?.stop());
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 1600 } });
    workspace = new WorkspacePage(page, local.url);
    await workspace.openChannel(CHANNELS.team.id);
  });
  afterEach(() => page.close());

  const home = () => page.locator('.home-inner');
  const press = (text: string) => home().locator('.bk-button', { hasText: text }).last().click();
  const save = () => workspace.modal().locator('.modal-btn.primary').click();

  /** Somebody opens our page in the sidebar. */
  async function openHome(user: string): Promise<void> {
    await workspace.openHome(user);
  }

  it('shows a clinician where their cases stand, and no word of them', async () => {
    await workspace.actAs(PEOPLE.clinician.id);
    await workspace.post(`@impasse ${EXAMPLES.withdrawal}`);
    await page.locator('.thread-summary').last().waitFor();
    await openHome(PEOPLE.clinician.id);
    await home().getByText('last told on').waitFor();
    const shown = (await home().textContent()) ?? '';
    expect(shown).toContain('#case-consult');
    expect(shown).not.toMatch(/quiet|fee|stomach/);
    expect(shown).not.toContain('For supervisors');
    expect(shown).not.toContain('For owners');
    await home().getByText('Open the thread').waitFor();
  });

  it('keeps what a clinician chooses for themselves', async () => {
    await openHome(PEOPLE.clinician.id);
    await press('My settings');
    await workspace.modal().waitFor();
    await workspace.modal().locator('select').selectOption('act');
    await workspace.modal().getByText('Ask for my own guess').click();
    await save();
    await workspace.modal().getByText('Saved.').waitFor();
    await workspace.closeModal();
    await home().getByText('Acceptance and commitment therapy').waitFor();
  });

  it('opens the form for a new case', async () => {
    await openHome(PEOPLE.clinician.id);
    await press('New case');
    await workspace.modal().locator('textarea, input').first().waitFor();
    await workspace.modal().locator('.modal-x').click();
    await workspace.modal().waitFor({ state: 'detached' });
  });

  it('shows a supervisor what waits, by filter, with a link', async () => {
    await openHome(PEOPLE.supervisor.id);
    await home().getByText('waits for a supervisor').waitFor();
    await press('Flagged');
    await home().getByText('Nothing is flagged.').waitFor();
    expect(await home().textContent()).not.toMatch(/quiet|stomach|For owners/);
  });

  it('lets an owner change the policy, and names a fault where it is', async () => {
    await openHome(PEOPLE.colleague.id);
    await home().getByText('For owners').waitFor();
    const cases = home().locator('.bk-section', { hasText: 'Cases and data' });
    await cases.locator('.bk-button').click();
    const days = workspace.modal().locator('input[type=text], input:not([type]), textarea').first();
    await days.fill('900');
    await save();
    await workspace.modal().getByText('whole number from 1 to 365').waitFor();
    await days.fill('12');
    await save();
    await workspace.modal().getByText('Saved.').waitFor();
    await workspace.closeModal();
    await home().getByText('12 days after').waitFor();
  });
});
