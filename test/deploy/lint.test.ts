import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { newKey } from '../../src/state/new-key.ts';
import {
  imageCommand,
  imageEnv,
  imageHealthCheck,
  readDockerfile,
  readServices,
  said,
} from './container-files.ts';
import { createAllowed } from './image.ts';

const services = readServices({ REDIS_PASSWORD: 'word' });
const pack = JSON.parse(readFileSync('package.json', 'utf8'));

describe('the Dockerfile', () => {
  it('passes its linter without a remark', () => {
    expect(validate(readFileSync('Dockerfile', 'utf8'))).toEqual([]);
  });

  it('runs the Node that the project is tested with', () => {
    const [first, second] = readDockerfile().map(([from]) => from?.rest);
    expect(first).toBe(`node:${pack.devDependencies.node}-alpine AS packages`);
    expect(second).toBe(`node:${pack.devDependencies.node}-alpine`);
  });

  it('leaves development and optional packages out and runs no script of theirs', () => {
    const install = readDockerfile()[0]?.find(({ name }) => name === 'RUN')?.rest;
    expect(install).toMatch(/^npm ci --omit=dev --omit=optional --ignore-scripts && npm install /);
    expect(install?.match(/--omit=dev --omit=optional --ignore-scripts/g)).toHaveLength(2);
    expect(install).not.toMatch(/\b(?:local-slack|msgpackr)/);
  });

  it('runs as a user without rights, in a form that signals reach, with a health check', () => {
    expect(said('USER')).toEqual(['node']);
    expect(imageCommand()[0]).toBe('node');
    expect(said('STOPSIGNAL')).toEqual(['SIGTERM']);
    expect(said('HEALTHCHECK')).toHaveLength(1);
    expect(said('ADD')).toEqual([]);
  });

  it('keeps the heap below the limit of the container', () => {
    expect(imageCommand()).toContain('--max-old-space-size-percentage=60');
    const flags = imageCommand().filter((word) => word.startsWith('--'));
    const look =
      'v8.getHeapStatistics().heap_size_limit / Math.min(process.constrainedMemory(), os.totalmem())';
    const share = spawnSync(process.execPath, [...flags, '-p', look]);
    expect(Number(String(share.stdout))).toBeCloseTo(0.6, 1);
  });

  it('copies what is there and what is let into the build, and no settings', () => {
    const copied = readDockerfile()
      .flat()
      .filter(({ name, rest }) => name === 'COPY' && !rest.startsWith('--from'))
      .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
    const allowed = createAllowed();
    expect(copied).toEqual(expect.arrayContaining(['package-lock.json', '.npmrc', 'src']));
    expect(copied.filter((path) => !existsSync(path) || !allowed(path))).toEqual([]);
    const kept = [
      '.env',
      'data/impasse.sqlite',
      'node_modules/zod',
      'test/leak.test.ts',
      '.git/HEAD',
    ];
    expect(kept.filter(allowed)).toEqual([]);
  });

  it('gives its user the two folders it writes to, and fills the compile cache as that user', () => {
    const last = readDockerfile().at(-1) ?? [];
    const at = (name: string, words: RegExp) =>
      last.findIndex((each) => each.name === name && words.test(each.rest));
    const made = at('RUN', /^install -d -o node -g node -m 700 \/data \.compile-cache$/);
    expect(made).toBeGreaterThan(at('WORKDIR', /^\/app$/));
    expect(imageEnv()).toMatchObject({
      ...{ NODE_COMPILE_CACHE: '/app/.compile-cache', IMPASSE_DATA: '/data/impasse.sqlite' },
    });
    expect(at('USER', /^node$/)).toBeGreaterThan(made);
    expect(at('RUN', /^node src\/main\.ts /)).toBeGreaterThan(at('USER', /^node$/));
    expect(said('VOLUME')).toEqual(['["/data"]']);
    expect(at('VOLUME', /./)).toBeGreaterThan(made);
  });

  it('asks for health where it is served', () => {
    const { IMPASSE_OPS_PORT: port = '' } = imageEnv();
    expect(said('EXPOSE')).toEqual([`3000 ${port}`]);
    expect(existsSync(imageHealthCheck()[1] ?? '')).toBe(true);
    for (const name of ['bot', 'worker']) {
      expect(services[name]?.environment).toMatchObject({ IMPASSE_OPS_PORT: port });
    }
  });
});

describe('compose.yml', () => {
  it('fits the Compose specification and passes its linter without a remark', () => {
    const linter = fileURLToPath(new URL('../bin/dclint.cjs', import.meta.resolve('dclint')));
    const flags = ['--max-warnings', '0', '--formatter', 'json', 'compose.yml'];
    const { stdout, status } = spawnSync(process.execPath, [linter, ...flags]);
    expect(JSON.parse(String(stdout))).toMatchObject([{ filePath: 'compose.yml', messages: [] }]);
    expect(status).toBe(0);
  });

  it.each(Object.keys(services))('takes every right from %s that it does not need', (name) => {
    expect(services[name]).toMatchObject({
      ...{ read_only: true, cap_drop: ['ALL'], init: true, restart: 'unless-stopped' },
      ...{ security_opt: ['no-new-privileges:true'], pids_limit: expect.any(Number) },
      ...{ mem_limit: expect.stringMatching(/^\d+m$/), cpus: expect.any(Number) },
      ...{ tmpfs: ['/tmp:size=16m'], ulimits: { core: 0 } },
    });
    expect(services[name]).not.toHaveProperty('ports');
    expect(services[name]).not.toHaveProperty('privileged');
  });

  it('gives a process longer to stop than it takes at most', () => {
    for (const name of ['bot', 'worker']) {
      expect(services[name]?.stop_grace_period).toBe('30s');
    }
  });

  it('keeps Redis where only the bot and its workers reach it', () => {
    expect(services.redis?.networks).toEqual(['inside']);
    const text = readFileSync('compose.yml', 'utf8');
    expect(text).toMatch(/inside:\n +internal: true/);
  });

  it('keeps what Redis holds in a named volume, journalled, within its memory', () => {
    const { volumes, mem_limit: limit } = services.redis as {
      volumes: string[];
      mem_limit: string;
    };
    const conf = readFileSync('deploy/redis.conf', 'utf8');
    const [, folder = ''] = /^dir (.+)$/m.exec(conf) ?? [];
    expect(volumes).toContain(`redis-data:${folder}`);
    expect(readFileSync('compose.yml', 'utf8')).toMatch(/^volumes:\n {2}redis-data:/m);
    expect(conf).toMatch(/^appendonly yes$/m);
    expect(conf).toMatch(/^maxmemory-policy noeviction$/m);
    const [, most = ''] = /^maxmemory (\d+)mb$/m.exec(conf) ?? [];
    expect(Number(most)).toBeLessThan(Number.parseInt(limit, 10));
    const files = volumes.filter((each) => each.startsWith('./')).map((each) => each.split(':'));
    expect(files.map(([from = '', , mode]) => [existsSync(from), mode])).toEqual([
      ...[
        [true, 'ro'],
        [true, 'ro'],
      ],
    ]);
  });

  it('puts no secret into a command or a health check, where a process list would show it', () => {
    const planted = readServices({ REDIS_PASSWORD: 'planted' });
    const run = Object.values(planted).map(({ command, healthcheck }) => ({
      command,
      healthcheck,
    }));
    expect(JSON.stringify(run)).not.toContain('planted');
    expect(JSON.stringify(planted)).toContain('planted');
  });

  it('warns of memory before the limit that it sets', () => {
    const [, alerted = ''] =
      /> (\d+) \* 1024 \* 1024/.exec(readFileSync('deploy/alerts.yml', 'utf8')) ?? [];
    expect(Number(alerted)).toBeGreaterThan(400);
    for (const { mem_limit: limit } of Object.values(services)) {
      expect(Number(alerted)).toBeLessThan(Number.parseInt(String(limit), 10));
    }
  });

  it('says what to do when the password of Redis is missing', () => {
    expect(() => readServices({})).toThrow('Set REDIS_PASSWORD in .env');
  });

  it.each(['bot', 'worker'])('gives %s settings that can be read', (name) => {
    const env = { ...imageEnv(), ...services[name]?.environment };
    const given = {
      ...{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', IMPASSE_KEYS: newKey(new Date()) },
    };
    expect(readConfig({ ...env, ...given })).toMatchObject({
      role: name === 'bot' ? 'ingress' : 'worker',
      state: { redisUrl: 'redis://:word@redis:6379' },
      operations: { host: '0.0.0.0', port: 9464 },
    });
  });

  it('has an example of every setting that must be filled in', () => {
    const example = readFileSync('deploy/example.env', 'utf8');
    const names = [...example.matchAll(/^(\w+)=$/gm)].map(([, name]) => name);
    expect(names).toEqual([
      ...['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'IMPASSE_KEYS', 'IMPASSE_CHANNELS'],
      'REDIS_PASSWORD',
    ]);
  });
});
