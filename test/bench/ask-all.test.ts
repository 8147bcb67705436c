import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askAll } from '../../bench/model/ask-all.ts';
import { openAnswers } from '../../bench/model/kept-answers.ts';
import type {
  LanguageModel,
  ModelFaultCode,
  ModelReply,
} from '../../src/pipeline/language-model.ts';
import { safe } from '../support/builders.ts';
import { classified } from '../support/model/answers.ts';

const usage = { prompt: 1, cached: 0, completion: 1, cost: null };
const inputs = ['a', 'b', 'c', 'd'].map((account) => {
  return { account: safe(account), claims: [], raised: [] };
});

/** A model that fails on some accounts, and counts what it is asked. */
function modelFailingOn(faults: Readonly<Record<string, ModelFaultCode>>) {
  const asked: string[] = [];
  const model: LanguageModel = {
    name: 'm',
    prompts: 'p',
    prefix: () => '',
    ask: async (_, input): Promise<ModelReply<never>> => {
      asked.push(input.account);
      const code = faults[input.account];
      if (code !== undefined) return { ok: false, fault: { code, retryAt: Date.now() } };
      return { ok: true, value: classified() as never, usage };
    },
  };
  return { model, asked };
}

const file = () => join(mkdtempSync(join(tmpdir(), 'answers-')), 'run.jsonl');
const run = (model: LanguageModel, path: string) =>
  askAll({ model, answers: openAnswers(path), parallel: 2, tick: () => {} }, inputs);

describe('askAll', () => {
  it('goes on where a stopped run was, past a half-written line', async () => {
    const path = file();
    const first = modelFailingOn({ c: 'refused', d: 'refused' });
    const { answers, faults } = await run(first.model, path);
    expect(answers.map((answer) => answer !== null)).toEqual([true, true, false, false]);
    expect(faults).toEqual({ refused: 2 });

    appendFileSync(path, '{"key":"half a li');
    const second = modelFailingOn({});
    expect((await run(second.model, path)).faults).toEqual({});
    expect(second.asked.sort()).toEqual(['c', 'd']);
    const third = modelFailingOn({});
    await run(third.model, path);
    expect(third.asked).toEqual([]);
  });

  it('waits and asks again where that can help', async () => {
    const { model, asked } = modelFailingOn({ b: 'rate-limited' });
    const { faults } = await run(model, file());
    expect(asked.filter((account) => account === 'b').length).toBeGreaterThan(1);
    expect(faults).toEqual({ 'rate-limited': 1 });
  });
});
