import { afterEach, describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../demo/cases.ts';
import type { Refine } from '../../src/refine.ts';
import { KEY } from '../support/builders.ts';
import { type Running, startApp } from '../support/start-app.ts';

let bot: Running;
afterEach(() => bot.stop());

const refines: Refine = async ({ kase, first }) => {
  const assessment = { ...first, versions: { ...first.versions, model: 'scripted' } };
  const changed = ['The language model has read it too.'];
  return {
    ok: true,
    kase: { ...kase, assessment },
    outcome: { kind: 'reading', assessment, changed },
    audit: ['model.refined'],
  };
};
const fails: Refine = async () => ({
  ok: false,
  code: 'timeout',
  line: 'No model answered in time; this reading stands on rules.',
});

/** A model that thinks over its first case until it is told to stop, and fails at once afterwards. */
let asked = 0;
const ponders: Refine = (turn, signal) =>
  asked++ > 0
    ? fails(turn, signal)
    : new Promise((resolve) => {
        signal.addEventListener('abort', () =>
          resolve({ ok: false, code: 'cancelled', line: 'Stopped.' }),
        );
      });

describe('a configured model', () => {
  it('refines the first reading in place, by one update, and the case is saved so', async () => {
    bot = await startApp({ refine: refines });
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    expect(bot.slack.called('chat.postMessage')).toHaveLength(1);
    expect(bot.slack.called('chat.update')).toHaveLength(1);
    expect(bot.slack.shown()[0]).toContain('The language model has read it too.');
    const kept = await bot.app.state.store.load({ ...KEY });
    expect(kept?.assessment?.versions.model).toBe('scripted');
    const audit = await bot.app.state.store.audit(0);
    expect(audit.map(({ what }) => what)).toContain('model.refined');
  });

  it('that fails costs nothing: the first reading stays, with one quiet line', async () => {
    bot = await startApp({ refine: fails });
    await bot.slack.mention(EXAMPLES.withdrawal);
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(1);
    expect(bot.slack.shown()[0]).toContain('Reading, for now');
    expect(bot.slack.shown()[0]).toContain('No model answered in time');
  });

  it('is interrupted when the clinician goes on', async () => {
    bot = await startApp({ refine: ponders });
    await bot.slack.mention(EXAMPLES.confrontation);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await bot.slack.say(EXAMPLES.followUp, { ts: '1700000100.000100', thread: KEY.thread });
    const deadline = Date.now() + 10_000;
    while (bot.slack.shown().length < 2 && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(bot.slack.shown()).toHaveLength(2);
  });
});
