import type { Engine } from '../build-stages.ts';
import { createModel } from '../openai/create-model.ts';
import { type ModelSettings, readModelSettings } from '../openai/model-settings.ts';
import { probeEndpoint } from '../openai/probe-endpoint.ts';
import { receive } from '../pipeline/receive.ts';
import type { Check } from './check.ts';
import type { Finding, Report } from './finding.ts';

/** A made-up case: no real one is ever sent by a check. */
const MADE_UP =
  'I was late again and my client said "fine". When I ask about it, the client changes the subject. No thoughts of self-harm; I asked last week.';
const REFUSED = new Set([401, 403]);

const isLoopback = (url: string) =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(new URL(url).hostname);

/** Who may see case text, as the owner has said. */
function checkBoundary({ boundary, baseUrl }: ModelSettings, report: Report): Finding {
  if (boundary === 'none') return report.hint('boundary.none');
  if (boundary === 'baa') return report.hint('boundary.baa');
  return isLoopback(baseUrl) ? report.ok('boundary') : report.hint('boundary.elsewhere');
}

/** Whether the endpoint is there, takes the key and serves the model. */
async function checkEndpoint(settings: ModelSettings, report: Report): Promise<Finding> {
  const probed = await probeEndpoint(settings);
  if (!probed.reachable) return report.fault('model.away');
  if (probed.status !== null && REFUSED.has(probed.status)) return report.fault('model.refused');
  if (probed.serves === false) return report.fault('model.unserved');
  return report.ok('model.there', { kind: probed.profile ?? settings.profile });
}

/** Whether the model can do what is asked of it: one reading of a made-up case. */
async function checkAbility(
  settings: ModelSettings,
  { knowledge, stages }: Engine,
  report: Report,
): Promise<Finding> {
  const arrival = { id: 'doctor', author: 'doctor', ts: '1.1', at: 1, raw: MADE_UP, context: {} };
  const received = receive(stages, arrival);
  if (received.kind === 'refused') return report.fault('model.unable', { code: received.why });
  const model = createModel({ settings, knowledge });
  const input = { account: received.turn.text, claims: [], raised: [] };
  const began = performance.now();
  const reply = await model.ask('classify', input, AbortSignal.timeout(settings.deadlines.total));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (reply.ok) return report.ok('model', { seconds });
  return report.fault('model.unable', { code: reply.fault.code });
}

/** The language model: none is needed; a configured one must be there and able. */
export function createCheckModel(engine: () => Promise<Engine>): Check {
  return async ({ env, report }) => {
    const read = readModelSettings(env);
    if (!read.ok) return [];
    const { settings } = read;
    if (settings === null) return [report.ok('model.none')];
    const boundary = checkBoundary(settings, report);
    const endpoint = await checkEndpoint(settings, report);
    if (endpoint.level !== 'ok' || settings.boundary === 'none') return [boundary, endpoint];
    return [boundary, endpoint, await checkAbility(settings, await engine(), report)];
  };
}
