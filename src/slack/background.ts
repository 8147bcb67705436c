import { errorCode } from './error-code.ts';
import type { SlackLog } from './slack-log.ts';

/** Counts work in flight and lets a shutdown wait for it. */
export interface Background {
  /** Runs on without anybody waiting; a failure becomes a code in the log. */
  run(name: string, work: () => Promise<unknown>): void;
  /** Counts work somebody waits for; failures pass through. */
  count<Result>(work: () => Promise<Result>): Promise<Result>;
  /** How much runs now. */
  running(): number;
  /** True when nothing ran any more within `withinMs`. */
  idle(withinMs: number): Promise<boolean>;
}

/** Work in flight of this process, in listeners and behind them. */
export function createBackground(log: SlackLog): Background {
  const live = new Set<Promise<unknown>>();
  const count = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const running = work();
    live.add(running);
    try {
      return await running;
    } finally {
      live.delete(running);
    }
  };
  const settled = async () => {
    while (live.size > 0) await Promise.allSettled([...live]);
    return true;
  };
  return {
    count,
    run: (name, work) => {
      count(work).catch((error: unknown) => log.warn(name, { code: errorCode(error) }));
    },
    running: () => live.size,
    idle: async (withinMs) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(false), withinMs);
      });
      try {
        return await Promise.race([settled(), late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
