import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/pipeline/settings/person-settings.ts';
import { AUTHOR, KEY } from '../support/builders.ts';
import { type Running, startApp } from '../support/start-app.ts';

const HARSH =
  'My client is so manipulative and resistant. She shrugs and gives one-word answers since I raised the fee. I asked about risk at the start of the month and there was nothing.';
const UNSAFE =
  'My client is manipulative. She said that she has put the tablets aside and that it will be easier for everyone soon.';

let bot: Running;
beforeEach(async () => {
  bot = await startApp();
}, 20_000);
afterEach(() => bot.stop());

const offers = () =>
  bot.slack
    .called('chat.postEphemeral')
    .filter(({ blocks = '' }) => blocks.includes('may sound harsher'));

describe('a harsh word in a write-up', () => {
  it('is offered a kinder one, to its writer alone, and never corrected in the thread', async () => {
    await bot.slack.mention(HARSH);
    await bot.settled();
    const [offer] = offers();
    expect([offer?.user, offer?.thread_ts]).toEqual([AUTHOR, KEY.thread]);
    expect(offer?.blocks).toContain('You might say');
    expect(offer?.text).not.toMatch(/manipulative|resistant/);
    expect(bot.slack.shown().join()).not.toContain('may sound harsher');
  });

  it('is offered one once in a thread, also after a restart', async () => {
    await bot.slack.mention(HARSH);
    await bot.settled();
    await bot.slack.say('He is so manipulative as well.', {
      ...{ ts: '1700000100.000100', thread: KEY.thread },
    });
    await bot.settled();
    await bot.slack.press('another');
    await bot.settled();
    expect(offers()).toHaveLength(1);
    const kept = await bot.app.state.records.all(KEY.team, 'word-offer');
    expect(kept).toHaveLength(1);
  });

  it('is left alone when its writer has switched that off', async () => {
    const settings = { ...DEFAULT_SETTINGS, wordOffers: false };
    await bot.app.state.records.change(
      { team: KEY.team, kind: 'settings', id: AUTHOR },
      () => settings,
    );
    await bot.slack.mention(HARSH);
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(1);
    expect(offers()).toEqual([]);
  });

  it('waits while a safety matter is in front', async () => {
    await bot.slack.mention(UNSAFE);
    await bot.settled();
    expect(bot.slack.shown()[0]).toContain('Safety first');
    expect(offers()).toEqual([]);
  });

  it.each([
    'She said “you are manipulative” and then one-word answers since I raised the fee. I asked about risk, nothing.',
    'She gives one-word answers since I raised the fee, and I was getting defensive. I asked about risk, nothing.',
  ])('is none when it is quoted or about oneself: %s', async (text) => {
    await bot.slack.mention(text);
    await bot.settled();
    expect(offers()).toEqual([]);
  });

  it('stops nothing when the offer does not get through', async () => {
    bot.slack.answers.set('chat.postEphemeral', () => new Response('down', { status: 500 }));
    await bot.slack.mention(HARSH);
    await bot.settled();
    expect(bot.slack.shown()).toHaveLength(1);
    expect(bot.log.join()).toContain('word.not-offered');
  });
});
