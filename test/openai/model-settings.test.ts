import { describe, expect, it } from 'vitest';
import { readModelSettings } from '../../src/openai/model-settings.ts';

const LOCAL = { OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', OPENAI_MODEL: 'qwen3' };
const settings = (env: Record<string, string>) => {
  const read = readModelSettings(env);
  return read.ok ? read.settings : null;
};
const faults = (env: Record<string, string>) => {
  const read = readModelSettings(env);
  return read.ok ? [] : read.faults;
};

describe('readModelSettings', () => {
  it('finds no model and nothing wrong in an empty environment', () => {
    expect(readModelSettings({})).toEqual({ ok: true, settings: null });
    expect(readModelSettings({ OPENAI_API_KEY: 'sk-x' })).toEqual({ ok: true, settings: null });
  });

  it('needs no more than an address on this machine and a model name', () => {
    expect(settings(LOCAL)).toMatchObject({
      ...{ model: 'qwen3', profile: 'ollama', boundary: 'local', prices: null },
      deadlines: { total: 45_000, firstToken: 15_000, idle: 10_000 },
    });
  });

  it.each([
    ['http://localhost:8000/v1', 'local'],
    ['http://[::1]:8000/v1', 'local'],
    ['http://127.9.9.9/v1', 'local'],
    ['http://10.0.0.5:8000/v1', 'none'],
    ['https://localhost.evil.example/v1', 'none'],
  ])('%s has the data boundary %s until the owner says otherwise', (url, boundary) => {
    expect(settings({ ...LOCAL, OPENAI_BASE_URL: url })?.boundary).toBe(boundary);
  });

  it('goes to OpenAI by default, and sends nothing there before the owner has said so', () => {
    expect(settings({ OPENAI_MODEL: 'gpt-4.1', OPENAI_API_KEY: 'sk-x' })).toMatchObject({
      ...{ baseUrl: 'https://api.openai.com/v1', profile: 'openai', boundary: 'none' },
    });
  });

  it('reads prices and treats an empty setting as unset', () => {
    const env = { ...LOCAL, LLM_PRICES: '0.25,0.025,2', LLM_PROFILE: '', OPENAI_API_KEY: '' };
    expect(settings(env)?.prices).toEqual({ input: 0.25, cached: 0.025, output: 2 });
  });

  it.each([
    [{ OPENAI_BASE_URL: LOCAL.OPENAI_BASE_URL }, 'OPENAI_MODEL is missing'],
    [{ OPENAI_MODEL: 'gpt-4.1' }, 'OPENAI_API_KEY is missing'],
    [{ ...LOCAL, OPENAI_BASE_URL: 'not an address' }, 'OPENAI_BASE_URL must be an address'],
    [{ ...LOCAL, OPENAI_BASE_URL: 'file:///etc' }, 'OPENAI_BASE_URL must be an address'],
    [{ ...LOCAL, LLM_DATA_BOUNDARY: 'yes' }, 'LLM_DATA_BOUNDARY must be'],
    [{ ...LOCAL, LLM_DATA_BOUNDARY: 'baa' }, 'must start with https'],
    [{ ...LOCAL, LLM_PROFILE: 'magic' }, 'LLM_PROFILE must be one of'],
    [{ ...LOCAL, LLM_TOTAL_SECONDS: '-1' }, 'LLM_TOTAL_SECONDS must be'],
    [{ ...LOCAL, LLM_PRICES: 'cheap' }, 'LLM_PRICES must be three prices'],
  ])('says what to do about %o', (env, fault) => {
    expect(faults(env as Record<string, string>).join('\n')).toContain(fault);
  });
});
