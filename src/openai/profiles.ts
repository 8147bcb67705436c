/** Servers whose dialects are known; `generic` sends the least. */
export const PROFILES = ['openai', 'azure', 'ollama', 'vllm', 'llama.cpp', 'generic'] as const;
export type ProfileName = (typeof PROFILES)[number];

/** Which parameters an endpoint understands (llm.md 1.2: they differ from server to server). */
export interface Capabilities {
  readonly structured: 'json_schema' | 'json_object' | 'prompt-only';
  /** Name of the parameter that bounds the answer, or null to send none. */
  readonly limit: 'max_completion_tokens' | 'max_tokens' | null;
  readonly usageInStream: boolean;
  readonly temperature: boolean;
  /** `store: false` is sent where answers would otherwise be kept. */
  readonly store: boolean;
  readonly cacheKey: boolean;
}

const LOCAL: Capabilities = {
  structured: 'json_schema',
  limit: 'max_tokens',
  usageInStream: true,
  temperature: true,
  store: false,
  cacheKey: false,
};
const HOSTED: Capabilities = {
  ...LOCAL,
  limit: 'max_completion_tokens',
  store: true,
  cacheKey: true,
};

const CAPABILITIES: Record<ProfileName, Capabilities> = {
  openai: HOSTED,
  azure: HOSTED,
  ollama: LOCAL,
  vllm: LOCAL,
  'llama.cpp': LOCAL,
  generic: LOCAL,
};

/** Models that reason before they answer refuse a temperature. */
const REASONING = /^(?:o\d|gpt-(?:[5-9]|\d\d))/;

/** The profile that an address suggests; `doctor` can find out more by asking the server. */
export function profileOf(baseUrl: string): ProfileName {
  const { hostname, port } = new URL(baseUrl);
  if (hostname === 'api.openai.com' || hostname.endsWith('.api.openai.com')) return 'openai';
  if (/\.(?:openai\.azure|services\.ai\.azure|cognitiveservices\.azure)\.com$/.test(hostname)) {
    return 'azure';
  }
  return port === '11434' ? 'ollama' : 'generic';
}

/** What may be sent to this model behind this kind of server. */
export function capabilitiesOf(profile: ProfileName, model: string): Capabilities {
  const known = CAPABILITIES[profile];
  const reasons = known.store && REASONING.test(model);
  return reasons ? { ...known, temperature: false } : known;
}

/** Parameters as servers name them in a refusal, with what to do without them. */
const UNSUPPORTED: readonly {
  readonly named: RegExp;
  readonly without: (now: Capabilities) => Capabilities;
}[] = [
  {
    named: /response_format|json_schema|guided|grammar|structured/i,
    without: (now) => ({
      ...now,
      structured: now.structured === 'json_schema' ? 'json_object' : 'prompt-only',
    }),
  },
  { named: /stream_options/i, without: (now) => ({ ...now, usageInStream: false }) },
  { named: /temperature/i, without: (now) => ({ ...now, temperature: false }) },
  { named: /prompt_cache_key/i, without: (now) => ({ ...now, cacheKey: false }) },
  {
    named: /max_(?:completion_)?tokens/i,
    without: (now) => ({
      ...now,
      limit: now.limit === 'max_tokens' ? 'max_completion_tokens' : null,
    }),
  },
];

/**
 * What is left to send after a server has refused a request (HTTP 400) and named a parameter of
 * ours; null when it named none, because then the fault lies elsewhere and asking again is useless.
 *
 * @param refusal text of the server's error; only searched, never kept
 */
export function reducedBy(refusal: string, now: Capabilities): Capabilities | null {
  const unsupported = UNSUPPORTED.find(({ named }) => named.test(refusal));
  if (unsupported === undefined) return null;
  const reduced = unsupported.without(now);
  return JSON.stringify(reduced) === JSON.stringify(now) ? null : reduced;
}
