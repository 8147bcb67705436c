import type { SlackProbe } from '../slack/probe.ts';
import type { Check, Patient } from './check.ts';
import type { Finding } from './finding.ts';
import { readManifest } from './read-manifest.ts';

/** Further away than this, Slack's requests are refused as too old (they may be five minutes old). */
const FAR_MS = 120_000;
const NEAR_MS = 10_000;

/** What an install without an optional scope loses, as the end of a finding's id. */
function lossOf(scope: string): 'history' | 'prompts' | 'optional' {
  if (scope.endsWith('s:history')) return 'history';
  return scope === 'assistant:write' ? 'prompts' : 'optional';
}

function checkScopes(granted: readonly string[] | null, { report }: Patient): Finding[] {
  if (granted === null) return [report.hint('scopes.unknown')];
  const { needed, optional } = readManifest();
  const missing = needed.filter((scope) => !granted.includes(scope));
  const without = optional.filter((scope) => !granted.includes(scope));
  const more = granted.filter((scope) => !needed.includes(scope) && !optional.includes(scope));
  const list = (scopes: readonly string[]) => ({ scopes: scopes.join(', ') });
  return [
    missing.length > 0 ? report.fault('scopes.missing', list(missing)) : report.ok('scopes'),
    ...Object.entries(Object.groupBy(without, lossOf)).map(([loss, scopes]) =>
      report.hint(`scopes.${loss}`, list(scopes)),
    ),
    ...(more.length > 0 ? [report.hint('scopes.more', list(more))] : []),
  ];
}

function checkClock(aheadMs: number | null, { report }: Patient): Finding[] {
  if (aheadMs === null) return [];
  const seconds = { seconds: String(Math.round(Math.abs(aheadMs) / 1000)) };
  if (Math.abs(aheadMs) >= FAR_MS) return [report.fault('clock', seconds)];
  if (Math.abs(aheadMs) >= NEAR_MS) return [report.hint('clock', seconds)];
  return [report.ok('clock.right')];
}

const CLIENT_ID = /^\d{6,20}\.\d{6,20}$/;

/** Several workspaces: tokens come with each installation, so only Slack itself and the app's id are looked at. */
async function checkInstalls(slack: SlackProbe, clientId: string, patient: Patient) {
  const { report } = patient;
  const reached = await slack.reach();
  return [
    CLIENT_ID.test(clientId) ? report.ok('client.whole') : report.fault('client'),
    ...(reached.ok
      ? checkClock(reached.aheadMs, patient)
      : [report.fault('slack.away', { code: reached.code })]),
  ];
}

/** The bot token, what it may do, and this machine's clock beside Slack's. */
export const checkToken: Check = async (patient) => {
  const { slack, report, config } = patient;
  if (slack === null) return [];
  if (config?.slack.oauth) return checkInstalls(slack, config.slack.oauth.clientId, patient);
  if (!patient.env.SLACK_BOT_TOKEN) return [];
  const probed = await slack.token();
  if (!probed.ok) {
    const { away, code } = probed;
    return [report.fault(away ? 'slack.away' : 'token.refused', { code })];
  }
  return [
    report.ok('token'),
    ...checkScopes(probed.scopes, patient),
    ...checkClock(probed.aheadMs, patient),
  ];
};
