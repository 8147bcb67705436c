import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { newKey } from '../../src/state/new-key.ts';
import { imageCommand, imageEnv, readDockerfile, readServices, said } from './container-files.ts';

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
