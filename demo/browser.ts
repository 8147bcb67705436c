import { existsSync } from 'node:fs';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Without these, Chromium looks for hosts outside this machine at every start. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where a Chromium of this machine is, or null. */
export function findChromium(): string | null {
  return process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place)) ?? null;
}

/** Starts Chromium without a window. @throws when `executablePath` is no Chromium */
export function openChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: QUIET });
}

/** The try-out workspace as a person uses it in the browser. */
export class WorkspacePage {
  readonly page: Page;
  readonly #url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
  }

  async openChannel(channel: string): Promise<void> {
    await this.page.goto(`${this.#url}/archives/${channel}`);
    await this.page.locator('.composer-input').first().waitFor();
  }

  /** Opens one thread on its own address, as a link in a notification does. */
  async openThread(channel: string, ts: string): Promise<void> {
    await this.page.goto(
      `${this.#url}/archives/${channel}/p${ts.replace('.', '')}?thread_ts=${ts}`,
    );
    await this.thread().waitFor();
  }

  async actAs(user: string): Promise<void> {
    await this.page.locator('.actas select').selectOption(user);
  }

  /** Types into the channel and sends. */
  async post(text: string): Promise<void> {
    const box = this.page.locator('.main > .composer .composer-input');
    await box.fill(text);
    await box.press('Enter');
  }

  /** Types into the open thread and sends. */
  async reply(text: string): Promise<void> {
    const box = this.thread().locator('.composer-input');
    await box.fill(text);
    await box.press('Enter');
  }

  /** Opens the newest thread of the channel, as soon as it has an answer. */
  async openNewestThread(): Promise<void> {
    await this.page.locator('.thread-summary').last().click();
    await this.thread().waitFor();
  }

  /** Opens our page in the sidebar as somebody. */
  async openHome(user: string): Promise<Locator> {
    await this.actAs(user);
    await this.page.locator('.sidebar').getByText('impasse').last().click();
    const home = this.page.locator('.home-inner');
    await home.waitFor();
    return home;
  }

  thread(): Locator {
    return this.page.locator('.thread-pane');
  }

  modal(): Locator {
    return this.page.locator('.modal');
  }

  /** Closes the open modal; the local workspace has one for everybody. */
  async closeModal(): Promise<void> {
    await this.modal().locator('button', { hasText: 'Close' }).last().click();
    await this.modal().waitFor({ state: 'detached' });
  }

  /** Chooses from the list beside the last section with this text in the open thread. */
  async choose(beside: string, option: string): Promise<void> {
    const block = this.thread().locator('.bk-section', { hasText: beside }).last();
    await block.locator('select').selectOption({ label: option });
  }

  /** Presses the last button with this text in the open thread. */
  async press(text: string): Promise<void> {
    await this.thread().locator('.bk-button', { hasText: text }).last().click();
  }
}
