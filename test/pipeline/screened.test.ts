import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildStages } from '../../src/build-stages.ts';
import { receive } from '../../src/pipeline/receive.ts';
import { recallScreen, rememberScreen } from '../../src/pipeline/screened.ts';

const { stages } = buildStages();
const cases = readFileSync('bench/cases/dev/cases.jsonl', 'utf8').trim().split('\n');
const texts = cases.map((line) => (JSON.parse(line) as { text: string }).text);
const DANGER = 'He said he wants to die. He told me that twice, and that he wants to die soon.';

/** What comes back of what the screen found, from where it was kept as stored text. */
function kept(text: string, read = text, by = 'one', again = 'one') {
  const found = rememberScreen(text, stages.screen(text).labels, by);
  return recallScreen(read, JSON.parse(JSON.stringify(found)), again);
}

describe('what the screen found', () => {
  it('comes back exactly as the screen told it', () => {
    for (const text of [...texts, DANGER]) expect(kept(text)).toEqual(stages.screen(text).labels);
    expect(kept(DANGER)).not.toEqual([]);
  });

  it('is not believed of a text that differs by one character', () => {
    expect(kept(DANGER, `${DANGER} `)).toBeNull();
    expect(kept(DANGER, DANGER.replace('twice', 'Twice'))).toBeNull();
  });

  it('is not believed by another screen', () => {
    expect(kept(DANGER, DANGER, 'one', 'two')).toBeNull();
  });

  it('is not kept when its words stand nowhere in the text', () => {
    const label = { id: 'sf-suicide', status: 'open', evidence: ['die'], source: 'rules' } as const;
    expect(rememberScreen('He is fine.', [label], 'one')).toBeNull();
    expect(rememberScreen('He may die.', [label], 'one')?.found).toHaveLength(1);
  });

  it('is told as unknown where nothing was kept, as in older data', () => {
    expect(recallScreen(DANGER, undefined, 'one')).toBeNull();
  });
});

describe('the door', () => {
  const take = (raw: string) => {
    const received = receive(stages, { id: 't', author: 'U', ts: '1', at: 1, raw, context: {} });
    if (received.kind !== 'turn') throw new Error(received.why);
    return received.turn;
  };

  it('keeps what the screen found in words of which nothing was taken out', () => {
    const { text, screened } = take(DANGER);
    const { labels } = stages.screen(DANGER);
    expect(recallScreen(text, screened, stages.screenVersion)).toEqual(labels);
  });

  it('keeps nothing of words of which something was taken out, or that are not read', () => {
    expect(take(`${DANGER} Call Mrs. Halloran on 555-0142.`).screened).toBeUndefined();
    expect(take('Ich möchte nicht mehr leben, sagt mein Klient immer wieder.').screened).toBe(
      undefined,
    );
  });
});
