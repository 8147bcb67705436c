import { StateError } from '../state-error.ts';

interface RedisAddress {
  readonly host: string;
  readonly port: number;
}

/** What `REDIS_URL` says, checked. */
export interface RedisTarget {
  readonly kind: 'single' | 'cluster' | 'sentinel';
  readonly tls: boolean;
  readonly nodes: readonly RedisAddress[];
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly db: number;
  /** Name of the master that the sentinels watch; empty otherwise. */
  readonly master: string;
  /** Password of the sentinels themselves. */
  readonly sentinelPassword: string | undefined;
  /** File with the certificate of a private authority, for TLS. */
  readonly ca: string | undefined;
}

const KINDS: Record<string, Pick<RedisTarget, 'kind' | 'tls'>> = {
  redis: { kind: 'single', tls: false },
  rediss: { kind: 'single', tls: true },
  'redis+cluster': { kind: 'cluster', tls: false },
  'rediss+cluster': { kind: 'cluster', tls: true },
  'redis+sentinel': { kind: 'sentinel', tls: false },
  'rediss+sentinel': { kind: 'sentinel', tls: true },
};
const URL_SHAPE =
  /^([a-z+]{1,20}):\/\/(?:([^:@/?]{0,500})(?::([^@/?]{0,500}))?@)?([^/?@]{1,2000})(?:\/([^?]{0,200}))?(?:\?(.{0,1000}))?$/;
const NODE = /^(\[[0-9a-fA-F:.]{2,45}\]|[A-Za-z0-9._-]{1,253})(?::([0-9]{1,5}))?$/;
const MOST_PORT = 65_535;
const DEFAULT_PORT = { single: 6379, cluster: 6379, sentinel: 26_379 };

const refused = () => new StateError('redis-url');

function decode(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    throw refused();
  }
}

function address(text: string, fallback: number): RedisAddress {
  const [, host, given] = NODE.exec(text.trim()) ?? [];
  const port = given === undefined ? fallback : Number(given);
  if (host === undefined || port < 1 || port > MOST_PORT) throw refused();
  return { host: host.replace(/^\[|\]$/g, ''), port };
}

function database(text: string): number {
  const db = text === '' ? 0 : Number(text);
  if (!Number.isInteger(db) || db < 0) throw refused();
  return db;
}

/** Which database, and of which master; a Cluster has one database only. */
function place(kind: RedisTarget['kind'], nodes: number, path: string) {
  const parts = path.split('/');
  const master = kind === 'sentinel' ? (decode(parts.shift()) ?? '') : '';
  const db = database(parts[0] ?? '');
  const fits = { single: nodes === 1, cluster: db === 0, sentinel: master !== '' }[kind];
  if (!fits) throw refused();
  return { db, master };
}

/**
 * Reads `REDIS_URL`: `redis://USER:PASSWORD@HOST:PORT/DB`, `rediss://` for TLS,
 * `redis+cluster://A:PORT,B:PORT` and `redis+sentinel://A:PORT,B:PORT/MASTER/DB?sentinelPassword=…`,
 * both with `rediss+…` too; `?ca=FILE` names the certificate of a private authority. The error never holds a part of the URL.
 * @throws StateError `redis-url`
 */
export function readRedisUrl(url: string): RedisTarget {
  const [, scheme = '', username, password, hosts = '', path = '', query = ''] =
    URL_SHAPE.exec(url.trim()) ?? [];
  const known = KINDS[scheme];
  if (known === undefined) throw refused();
  const nodes = hosts.split(',').map((node) => address(node, DEFAULT_PORT[known.kind]));
  const more = new URLSearchParams(query);
  return {
    ...known,
    nodes,
    username: decode(username),
    password: decode(password),
    ...place(known.kind, nodes.length, path),
    sentinelPassword: more.get('sentinelPassword') ?? undefined,
    ca: more.get('ca') ?? undefined,
  };
}
