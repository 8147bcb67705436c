import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startBot } from './child.ts';
import { openCases } from './open-cases.ts';
import { percentile, rounded } from './percentile.ts';
import { botSettings } from './settings.ts';
import type { SlackStub } from './slack-stub.ts';

const WARM_STARTS = 2;
const IDLE_MS = 3_000;
const CASES = 10_000;

/** How long a process takes until it is ready, and what it then holds. */
export interface StartUp {
  /** Milliseconds of the first start, with nothing compiled before. */
  readonly coldMs: number;
  /** Milliseconds of later starts (median). */
  readonly warmMs: number;
  /** Resident memory of an idle process, in MB. */
  readonly idleMb: number;
  /** The same with 10,000 open cases, above that. */
  readonly moreWithCasesMb: number;
}

/** Starts the bot several times on a data file, at last on one with many open cases. */
export async function measureStartUp(slack: SlackStub): Promise<StartUp> {
  const folder = mkdtempSync(join(tmpdir(), 'impasse-speed-'));
  const settings = botSettings(slack.url, 0, {
    ...{
      IMPASSE_DATA: join(folder, 'impasse.sqlite'),
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
    },
  });
  const start = async () => {
    const bot = await startBot(settings);
    await sleep(IDLE_MS);
    const measured = { readyMs: bot.readyMs, memory: bot.memory() };
    await bot.stop();
    return measured;
  };
  try {
    const cold = await start();
    const warm = [];
    for (let nth = 0; nth < WARM_STARTS; nth += 1) warm.push(await start());
    const idle = percentile(
      warm.map(({ memory }) => memory),
      0.5,
    );
    const cases = await openCases({
      path: settings.IMPASSE_DATA ?? '',
      keys: settings.IMPASSE_KEYS ?? '',
    });
    await cases.fillTo(CASES);
    await cases.close();
    const full = await start();
    return {
      coldMs: rounded(cold.readyMs, 0),
      warmMs: rounded(
        percentile(
          warm.map(({ readyMs }) => readyMs),
          0.5,
        ),
        0,
      ),
      idleMb: rounded(idle, 0),
      moreWithCasesMb: rounded(full.memory - idle, 0),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
