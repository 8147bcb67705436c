import type { ModelSettings } from './model-settings.ts';
import type { ProfileName } from './profiles.ts';

/** What an endpoint tells about itself. No case text is sent to find out. */
export interface Probed {
  readonly reachable: boolean;
  /** HTTP status of the list of models, or null when nothing answered. */
  readonly status: number | null;
  /** The kind of server it gives itself away as, or null. */
  readonly profile: ProfileName | null;
  /** Ids of the models it serves; empty when it does not tell. */
  readonly models: readonly string[];
  /** Whether the configured model is among them; null when it does not tell. */
  readonly serves: boolean | null;
}

const PATIENCE_MS = 5000;

/** Paths beside `/v1` that only one kind of server answers, with what its answer holds. */
const SIGNS: readonly (readonly [ProfileName, string, string])[] = [
  ['ollama', '/api/version', 'version'],
  ['llama.cpp', '/props', 'default_generation_settings'],
  ['vllm', '/version', 'version'],
];

type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

async function get(url: string, headers: Record<string, string> = {}): Promise<Answer | null> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const response = await fetch(url, { headers, signal, redirect: 'error' });
    const body: unknown = await response.json().catch(() => ({}));
    const object = typeof body === 'object' && body !== null ? body : {};
    return { status: response.status, body: object as Answer['body'] };
  } catch {
    return null;
  }
}

async function kindOf(root: string): Promise<ProfileName | null> {
  for (const [profile, path, key] of SIGNS) {
    const answer = await get(root + path);
    if (answer?.status === 200 && key in answer.body) return profile;
  }
  return null;
}

function idsOf(answer: Answer | null): string[] {
  const { data } = answer?.body ?? {};
  if (!Array.isArray(data)) return [];
  return data.flatMap((model: { readonly id?: unknown } | null) =>
    typeof model?.id === 'string' ? [model.id] : [],
  );
}

/** Asks an endpoint what it is and what it serves, for `doctor`. Never throws. */
export async function probeEndpoint(
  settings: Pick<ModelSettings, 'baseUrl' | 'apiKey' | 'model' | 'profile'>,
): Promise<Probed> {
  const base = settings.baseUrl.replace(/\/+$/, '');
  const listed = await get(`${base}/models`, { authorization: `Bearer ${settings.apiKey}` });
  const known = settings.profile === 'openai' || settings.profile === 'azure';
  const models = idsOf(listed);
  return {
    reachable: listed !== null,
    status: listed?.status ?? null,
    profile: known ? settings.profile : await kindOf(new URL(base).origin),
    models,
    serves: models.length === 0 ? null : models.includes(settings.model),
  };
}
