import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../src/config.ts';
import { startFault } from '../src/start-fault.ts';

const WORDS = 'Danielle Foster would rather be dead';
const faultOf = (port: number, host: string) =>
  new Promise<Error>((resolve) => createServer().once('error', resolve).listen(port, host));

describe('what kept the bot from starting', () => {
  it('is our own words where they are ours', () => {
    expect(startFault(new ConfigError(['PORT must be a port number']))).toContain('PORT must be');
  });

  it('is Slack’s own word and where to look further', () => {
    const error = Object.assign(new Error(WORDS), { data: { ok: false, error: 'invalid_auth' } });
    expect(startFault(error)).toMatch(/\(invalid_auth\).+npm run doctor/);
  });

  it('names the setting when the server cannot listen', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    expect(startFault(await faultOf(port, '127.0.0.1'))).toMatch(/^PORT is taken/);
    expect(startFault(await faultOf(0, '203.0.113.7'))).toMatch(/^HOST is no address/);
    taken.close();
  });

  it.each([new Error(WORDS), WORDS, null, { code: WORDS }, { data: { error: WORDS } }])(
    'is never a word of anybody else: %j',
    (thrown) => expect(startFault(thrown)).not.toMatch(/Danielle|dead/),
  );
});
