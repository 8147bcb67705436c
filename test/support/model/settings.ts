import type { ModelSettings } from '../../../src/openai/model-settings.ts';

/** Settings for a scripted endpoint, with deadlines short enough for a test. */
export const modelSettings = (
  baseUrl: string,
  over: Partial<ModelSettings> = {},
): ModelSettings => ({
  baseUrl,
  apiKey: 'none',
  model: 'test-model',
  profile: 'generic',
  boundary: 'local',
  deadlines: { total: 1500, firstToken: 400, idle: 250 },
  mostTokens: 4000,
  prices: { input: 1, cached: 0.1, output: 4 },
  ...over,
});
