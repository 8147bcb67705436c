import { randomBytes } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { findChromium, openChromium } from '../../demo/browser.ts';
import { freePort, type LocalSlack, startLocalSlack } from '../../demo/local-slack.ts';
import { type RunningBot, startBot } from '../../demo/start-bot.ts';

/** The try-out workspace, the bot in it and a browser to look at it with. */
export interface TryOut {
  readonly local: LocalSlack;
  readonly bot: RunningBot;
  readonly browser: Browser;
  stop(): Promise<void>;
}

/** Starts all three with a key of their own, under this policy if one is given. */
export async function startTryOut(
  policy?: Parameters<typeof startBot>[0]['policy'],
): Promise<TryOut> {
  const local = await startLocalSlack(await freePort());
  const key = `test:${randomBytes(32).toString('base64')}`;
  try {
    const bot = await startBot({ apiUrl: local.apiUrl, key, ...(policy ? { policy } : {}) });
    const browser = await openChromium(findChromium() ?? '');
    const stop = async () => {
      await browser.close();
      await bot.stop();
      await local.stop();
    };
    return { local, bot, browser, stop };
  } catch (error) {
    await local.stop();
    throw error;
  }
}
