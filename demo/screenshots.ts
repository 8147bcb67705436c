import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium, openChromium, WorkspacePage } from './browser.ts';
import { EXAMPLES } from './cases.ts';
import { freePort, startLocalSlack } from './local-slack.ts';
import { startBot } from './start-bot.ts';
import { CHANNELS, PEOPLE } from './workspace.ts';

const FOLDER = fileURLToPath(new URL('../docs/images/', import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

/** What is photographed: a name, a width, and how to get there. */
interface Shot {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** True to picture the open thread alone, which is about as wide as a phone. */
  readonly threadOnly?: boolean;
  readonly go: (workspace: WorkspacePage) => Promise<void>;
}

const inTeam = async (workspace: WorkspacePage, text: string) => {
  await workspace.openChannel(CHANNELS.team.id);
  await workspace.actAs(PEOPLE.clinician.id);
  const threads = workspace.page.locator('.thread-summary');
  const before = await threads.count();
  await workspace.post(`@impasse ${text}`);
  await threads.nth(before).waitFor();
};

const SHOTS: readonly Shot[] = [
  {
    name: 'reading',
    width: 1280,
    height: 2300,
    go: async (workspace) => {
      await inTeam(workspace, EXAMPLES.withdrawal);
      await workspace.openNewestThread();
    },
  },
  {
    name: 'reading-on-a-phone',
    width: 1280,
    height: 2300,
    threadOnly: true,
    go: async (workspace) => {
      await workspace.openChannel(CHANNELS.team.id);
      await workspace.openNewestThread();
    },
  },
  {
    name: 'why',
    width: 1280,
    height: 1100,
    go: async (workspace) => {
      await workspace.openChannel(CHANNELS.team.id);
      await workspace.openNewestThread();
      await workspace.press('Why?');
      await workspace.modal().waitFor();
    },
  },
  {
    name: 'what-changed',
    width: 1280,
    height: 1500,
    go: async (workspace) => {
      await inTeam(workspace, EXAMPLES.confrontation);
      await workspace.openNewestThread();
      await workspace.reply(EXAMPLES.followUp);
      await workspace.thread().getByText('What changed').waitFor();
    },
  },
  {
    name: 'safety',
    width: 1280,
    height: 1100,
    go: async (workspace) => {
      await inTeam(workspace, EXAMPLES.safety);
      await workspace.openNewestThread();
    },
  },
  {
    name: 'home',
    width: 1280,
    height: 1250,
    go: async (workspace) => {
      await inTeam(workspace, EXAMPLES.confrontation);
      await workspace.openNewestThread();
      await workspace.press('Ask a supervisor');
      await workspace.thread().getByText('A supervisor has been asked').first().waitFor();
      const home = await workspace.openHome(PEOPLE.supervisor.id);
      await home.getByText('waits for a supervisor').waitFor();
    },
  },
  {
    name: 'private-note',
    width: 1280,
    height: 1100,
    go: async (workspace) => {
      await inTeam(workspace, EXAMPLES.identifiers);
      await workspace.page.getByText('may identify someone').last().waitFor();
    },
  },
];

async function main(): Promise<void> {
  const chromium = findChromium();
  if (chromium === null) {
    throw new Error('Chromium is missing: install it (Debian: apt-get install chromium).');
  }
  mkdirSync(FOLDER, { recursive: true });
  const local = await startLocalSlack(await freePort());
  const key = `shots:${randomBytes(32).toString('base64')}`;
  const bot = await startBot({ apiUrl: local.apiUrl, key });
  const browser = await openChromium(chromium);
  try {
    for (const { name, width, height, threadOnly, go } of SHOTS) {
      const page = await browser.newPage({ viewport: { width, height } });
      const workspace = new WorkspacePage(page, local.url);
      await go(workspace);
      await page.waitForTimeout(500);
      const path = `${FOLDER}${name}.png`;
      await (threadOnly ? workspace.thread().screenshot({ path }) : page.screenshot({ path }));
      if (await workspace.modal().isVisible()) await workspace.closeModal();
      await page.close();
      say(`docs/images/${name}.png`);
    }
  } finally {
    await browser.close();
    await bot.stop();
    await local.stop();
  }
}

await main();
