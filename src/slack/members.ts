import type { WebClient } from '@slack/web-api';
import { fold } from '../pipeline/deidentify/fold.ts';
import { errorCode } from './error-code.ts';
import type { SlackLog } from './slack-log.ts';

/** Names of the people in the workspace, in memory: a deny-list for de-identification. */
export interface Members {
  /** Names of which at least one word stands in the texts. */
  namesIn(texts: readonly string[]): Promise<readonly string[]>;
  /** Reads the list of members now; a failure is a code in the log. */
  refresh(): Promise<void>;
}

interface MembersParts {
  readonly client: WebClient;
  readonly log: SlackLog;
  readonly now: () => number;
  /** Runs work that nobody waits for. */
  readonly background: (work: () => Promise<void>) => void;
}

const FRESH_MS = 4 * 60 * 60 * 1000;
const AGAIN_MS = 10 * 60 * 1000;
const FIRST_MS = 800;
const PAGE = 200;
const MOST_PAGES = 50;
const WORD = /[\p{L}\p{M}'’-]{2,40}/gu;
/** Pronouns, roles and teams that people write behind their names. */
const BEHIND = /\s{0,3}(?:[([|/,•:]|\s[-–—]\s).*$/su;
const TITLE = /^(?:(?:dr|prof|mr|mrs|ms|mx)\.?\s{1,3}){1,2}/i;

const wordsOf = (text: string) => (text.match(WORD) ?? []).map(fold);

/** A name without what people write around it, or nothing when no name is left. */
function cleanName(name: string | undefined): string[] {
  const bare = (name ?? '').slice(0, 120).replace(BEHIND, '').replace(TITLE, '').trim();
  return bare.length >= 3 && wordsOf(bare).length > 0 ? [bare] : [];
}

type Member = NonNullable<Awaited<ReturnType<WebClient['users']['list']>>['members']>[number];

/** The names of a person; none of a bot or of somebody who has left. */
function namesOf({ deleted, is_bot: bot, id, real_name: real, profile }: Member): string[] {
  if (deleted || bot || id === 'USLACKBOT') return [];
  return [real, profile?.real_name, profile?.display_name].flatMap(cleanName);
}

/** Every page of `users.list`. */
async function readNames(client: WebClient): Promise<Set<string>> {
  const names: string[] = [];
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const more = cursor === '' ? {} : { cursor };
    const answer = await client.users.list({ limit: PAGE, ...more });
    names.push(...(answer.members ?? []).flatMap(namesOf));
    cursor = answer.response_metadata?.next_cursor ?? '';
    if (cursor === '') break;
  }
  return new Set(names);
}

const late = async () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, FIRST_MS).unref();
  });

/** Names by each of their words, so that a text asks for its own words only. */
function byWord(names: ReadonlySet<string>): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const name of names) {
    for (const word of new Set(wordsOf(name))) {
      index.set(word, [...(index.get(word) ?? []), name]);
    }
  }
  return index;
}

/** Members' names (`users.list`), read again every few hours; only the first reading is waited for, shortly. */
export function createMembers({ client, log, now, background }: MembersParts): Members {
  let index = new Map<string, string[]>();
  let due = 0;
  let reading: Promise<void> | null = null;

  async function read(): Promise<void> {
    due = now() + FRESH_MS;
    try {
      index = byWord(await readNames(client));
    } catch (error) {
      due = now() + AGAIN_MS;
      log.warn('slack.members-unread', { code: errorCode(error) });
    }
  }

  async function refresh(): Promise<void> {
    reading ??= read().finally(() => {
      reading = null;
    });
    await reading;
  }

  return {
    refresh,
    async namesIn(texts) {
      if (now() >= due) background(refresh);
      if (index.size === 0 && reading !== null) await Promise.race([reading, late()]);
      if (index.size === 0) return [];
      const words = new Set(texts.flatMap(wordsOf));
      return [...new Set([...words].flatMap((word) => index.get(word) ?? []))];
    },
  };
}
