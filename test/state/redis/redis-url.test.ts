import { describe, expect, it } from 'vitest';
import { readRedisUrl } from '../../../src/state/redis/redis-url.ts';

const at = (host: string, port: number) => ({ host, port });

describe('readRedisUrl', () => {
  it.each([
    ['redis://127.0.0.1', { kind: 'single', tls: false, nodes: [at('127.0.0.1', 6379)], db: 0 }],
    ['redis://[::1]:7000/2', { nodes: [at('::1', 7000)], db: 2 }],
    [
      'rediss://cache.example:6380',
      { kind: 'single', tls: true, nodes: [at('cache.example', 6380)] },
    ],
    ['rediss://h?ca=/etc/ca.pem', { tls: true, ca: '/etc/ca.pem' }],
    ['redis://anna:p%40ss@h', { username: 'anna', password: 'p@ss', nodes: [at('h', 6379)] }],
    ['redis://:secret@h', { username: undefined, password: 'secret' }],
    [
      'redis+cluster://a:1,b:2,c',
      { kind: 'cluster', nodes: [at('a', 1), at('b', 2), at('c', 6379)] },
    ],
    ['rediss+cluster://a', { kind: 'cluster', tls: true }],
    [
      'redis+sentinel://:p@a,b:1/clinic/3?sentinelPassword=s',
      {
        ...{ kind: 'sentinel', nodes: [at('a', 26_379), at('b', 1)], master: 'clinic', db: 3 },
        ...{ password: 'p', sentinelPassword: 's' },
      },
    ],
  ])('reads %s', (url, target) => {
    expect(readRedisUrl(url)).toMatchObject(target);
  });
  it.each([
    'localhost:6379',
    'http://h',
    'redis://',
    'redis://a,b',
    'redis://h:port',
    'redis://h/x',
    'redis+cluster://a,b/1',
    'redis+sentinel://a,b',
    'redis://%zz:%zz@h',
    `redis://${'a,'.repeat(20_000)}`,
  ])('refuses %.40s without repeating it', (url) => {
    expect(() => readRedisUrl(url)).toThrow(expect.objectContaining({ code: 'redis-url' }));
  });
});
