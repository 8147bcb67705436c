import { describe, expect, it } from 'vitest';
import { capabilitiesOf, profileOf, reducedBy } from '../../src/openai/profiles.ts';

describe('profileOf', () => {
  it.each([
    ['https://api.openai.com/v1', 'openai'],
    ['https://eu.api.openai.com/v1', 'openai'],
    ['https://clinic.openai.azure.com/openai/v1/', 'azure'],
    ['http://127.0.0.1:11434/v1', 'ollama'],
    ['http://127.0.0.1:8080/v1', 'generic'],
    ['https://api.openai.com.evil.example/v1', 'generic'],
  ])('%s is %s', (url, profile) => {
    expect(profileOf(url)).toBe(profile);
  });
});

describe('capabilitiesOf', () => {
  it.each([
    ['openai', 'gpt-4.1', true],
    ['openai', 'gpt-5.5-mini', false],
    ['azure', 'o3', false],
    ['ollama', 'o3-lookalike', true],
  ] as const)('%s with %s takes a temperature: %s', (profile, model, temperature) => {
    expect(capabilitiesOf(profile, model).temperature).toBe(temperature);
  });

  it('forbids hosted endpoints to store, and does not bother others with it', () => {
    expect(capabilitiesOf('azure', 'm').store).toBe(true);
    expect(capabilitiesOf('vllm', 'm').store).toBe(false);
  });
});

describe('reducedBy', () => {
  const all = capabilitiesOf('openai', 'gpt-4.1');

  it.each([
    ["Unknown parameter: 'stream_options'", { usageInStream: false }],
    ["Unsupported value: 'temperature' does not support 0", { temperature: false }],
    ["'response_format' of type 'json_schema' is not supported", { structured: 'json_object' }],
    ['unknown field: max_completion_tokens', { limit: null }],
    ['Unrecognized request argument supplied: prompt_cache_key', { cacheKey: false }],
  ])('%s', (refusal, without) => {
    expect(reducedBy(refusal, all)).toEqual({ ...all, ...without });
  });

  it('comes to an end however often a server refuses', () => {
    let left = all;
    let steps = 0;
    for (let next = reducedBy('response_format', left); next !== null; steps++) {
      left = next;
      next = reducedBy('response_format', left);
    }
    expect(steps).toBe(2);
    expect(left.structured).toBe('prompt-only');
  });

  it('leaves a refusal alone that names nothing of ours', () => {
    expect(reducedBy('The prompt is too long for this model.', all)).toBeNull();
    expect(reducedBy('', all)).toBeNull();
  });
});
