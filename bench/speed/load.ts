import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { rounded, type Spread, spreadOf } from './percentile.ts';
import { type SignedEvent, signedMention } from './signed-event.ts';

/** How a server took what was sent to it. */
export interface Taken {
  /** Milliseconds until each request was acknowledged. */
  readonly acknowledged: Spread;
  readonly perSecond: number;
  readonly refused: number;
}

const ACK_MS = 3_000;

async function send(pool: Pool, path: string, { body, headers }: SignedEvent): Promise<boolean> {
  const request = { method: 'POST' as const, path, body, headers, headersTimeout: ACK_MS };
  try {
    const answer = await pool.request(request);
    await answer.body.dump();
    return answer.statusCode === 200;
  } catch {
    return false;
  }
}

/** Keeps `atOnce` requests under way for a while: what a server can take at most. */
export async function loadFully(
  url: URL,
  text: (nth: number) => string,
  { ms, atOnce }: { readonly ms: number; readonly atOnce: number },
): Promise<Taken> {
  const pool = new Pool(url.origin, { connections: atOnce });
  const times: number[] = [];
  let refused = 0;
  let nth = 0;
  const began = performance.now();
  const one = async () => {
    while (performance.now() - began < ms) {
      const event = signedMention(text(nth++));
      const sent = performance.now();
      if (await send(pool, url.pathname, event)) times.push(performance.now() - sent);
      else refused += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  const seconds = (performance.now() - began) / 1000;
  await pool.close();
  return { acknowledged: spreadOf(times), perSecond: rounded(times.length / seconds, 0), refused };
}

/** What was sent at a steady pace: acknowledgements, and when each thread's message went out. */
export interface Paced extends Taken {
  readonly sent: ReadonlyMap<string, number>;
}

/** Sends at a steady pace whatever the server does, as people would. */
export async function loadSteadily(
  url: URL,
  text: (nth: number) => string,
  { ms, perSecond }: { readonly ms: number; readonly perSecond: number },
): Promise<Paced> {
  const pool = new Pool(url.origin, { connections: 64 });
  const times: number[] = [];
  const sent = new Map<string, number>();
  const running: Promise<void>[] = [];
  let refused = 0;
  const began = performance.now();
  const count = Math.round((ms / 1000) * perSecond);
  for (let nth = 0; nth < count; nth += 1) {
    const due = began + (nth * 1000) / perSecond;
    if (due > performance.now()) await sleep(due - performance.now());
    const event = signedMention(text(nth));
    const at = performance.now();
    sent.set(event.thread, at);
    running.push(
      send(pool, url.pathname, event).then((taken) => {
        if (taken) times.push(performance.now() - at);
        else refused += 1;
      }),
    );
  }
  await Promise.all(running);
  const seconds = (performance.now() - began) / 1000;
  await pool.close();
  const perSecondTaken = rounded(times.length / seconds, 0);
  return { acknowledged: spreadOf(times), perSecond: perSecondTaken, refused, sent };
}
