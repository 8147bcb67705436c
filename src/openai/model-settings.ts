import { z } from 'zod';
import { PROFILES, type ProfileName, profileOf } from './profiles.ts';

/** Prices for a million tokens, in any one currency. */
export interface Prices {
  readonly input: number;
  readonly cached: number;
  readonly output: number;
}

/** Everything the client needs to know about an endpoint. */
export interface ModelSettings {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
  readonly profile: ProfileName;
  /** Who may see case text: nobody outside this site, a partner under contract, or nobody at all. */
  readonly boundary: 'local' | 'baa' | 'none';
  /** Milliseconds. */
  readonly deadlines: {
    readonly total: number;
    readonly firstToken: number;
    readonly idle: number;
  };
  readonly mostTokens: number;
  readonly prices: Prices | null;
}

const OPENAI = 'https://api.openai.com/v1';
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const seconds = (usual: number) =>
  z.coerce
    .number({ error: 'must be a number of seconds' })
    .positive('must be a number of seconds above 0')
    .default(usual)
    .transform((given) => given * 1000);
const url = z.url({
  protocol: /^https?$/,
  error: 'must be an address such as http://127.0.0.1:11434/v1',
});

const PRICES = /^\d{1,6}(?:\.\d{1,6})?(?:,\d{1,6}(?:\.\d{1,6})?){2}$/;

const Environment = z.object({
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: url.optional(),
  OPENAI_MODEL: z.string().optional(),
  LLM_DATA_BOUNDARY: z
    .enum(['local', 'baa', 'none'], { error: 'must be local, baa or none' })
    .optional(),
  LLM_PROFILE: z.enum(PROFILES, { error: `must be one of ${PROFILES.join(', ')}` }).optional(),
  LLM_TOTAL_SECONDS: seconds(45),
  LLM_FIRST_TOKEN_SECONDS: seconds(15),
  LLM_IDLE_SECONDS: seconds(10),
  LLM_MAX_OUTPUT_TOKENS: z.coerce
    .number({ error: 'must be a number of tokens' })
    .int()
    .min(500, 'must be at least 500')
    .default(4000),
  LLM_PRICES: z
    .string()
    .regex(PRICES, 'must be three prices for a million tokens: input,cached input,output')
    .optional(),
});

/** Settings, or what is wrong with them; null when no model is configured. */
export type SettingsRead =
  | { readonly ok: true; readonly settings: ModelSettings | null }
  | { readonly ok: false; readonly faults: readonly string[] };

/** True for an address on this machine. */
const isLoopback = (address: string) => LOOPBACK.test(new URL(address).hostname);

function pricesOf(list: string | undefined): Prices | null {
  const [input, cached, output] = (list ?? '').split(',').map(Number);
  if (input === undefined || cached === undefined || output === undefined) return null;
  return { input, cached, output };
}

function crossFaults(settings: ModelSettings, key: string | undefined): string[] {
  const faults: string[] = [];
  const hosted = settings.profile === 'openai' || settings.profile === 'azure';
  if (hosted && key === undefined) {
    faults.push('OPENAI_API_KEY is missing; this endpoint answers only with a key');
  }
  if (settings.boundary === 'baa' && !settings.baseUrl.startsWith('https:')) {
    faults.push('OPENAI_BASE_URL must start with https: when LLM_DATA_BOUNDARY is baa');
  }
  return faults;
}

/**
 * Reads the settings of the language model from an environment. Without `OPENAI_MODEL` and
 * `OPENAI_BASE_URL` there is no model and nothing is wrong. Values never appear in a fault. The data
 * boundary is `local` for a loopback address, else `none`, until the owner says otherwise.
 */
export function readModelSettings(env: Readonly<Record<string, string | undefined>>): SettingsRead {
  const set = Object.entries(env).filter(([, value]) => value !== '');
  const parsed = Environment.safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    return { ok: false, faults };
  }
  const given = parsed.data;
  if (given.OPENAI_MODEL === undefined) {
    if (given.OPENAI_BASE_URL === undefined) return { ok: true, settings: null };
    const todo = 'OPENAI_MODEL is missing; name a model that the endpoint serves';
    return { ok: false, faults: [todo] };
  }
  const baseUrl = given.OPENAI_BASE_URL ?? OPENAI;
  const settings: ModelSettings = {
    baseUrl,
    apiKey: given.OPENAI_API_KEY ?? 'none',
    model: given.OPENAI_MODEL,
    profile: given.LLM_PROFILE ?? profileOf(baseUrl),
    boundary: given.LLM_DATA_BOUNDARY ?? (isLoopback(baseUrl) ? 'local' : 'none'),
    deadlines: {
      total: given.LLM_TOTAL_SECONDS,
      firstToken: given.LLM_FIRST_TOKEN_SECONDS,
      idle: given.LLM_IDLE_SECONDS,
    },
    mostTokens: given.LLM_MAX_OUTPUT_TOKENS,
    prices: pricesOf(given.LLM_PRICES),
  };
  const faults = crossFaults(settings, given.OPENAI_API_KEY);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, settings };
}
