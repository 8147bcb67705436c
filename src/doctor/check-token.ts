import type { Check, Patient } from './check.ts';
import { checkClock } from './check-clock.ts';
import type { Finding } from './finding.ts';
import { readManifest } from './read-manifest.ts';

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

/** The bot token, what it may do, and this machine's clock beside Slack's. */
export const checkToken: Check = async (patient) => {
  const { slack, report, config } = patient;
  if (slack === null || config?.slack.oauth || !patient.env.SLACK_BOT_TOKEN) return [];
  const probed = await slack.token();
  if (!probed.ok) {
    const { away, code } = probed;
    return [report.fault(away ? 'slack.away' : 'token.refused', { code })];
  }
  return [
    report.ok('token'),
    ...checkScopes(probed.scopes, patient),
    ...checkClock(probed.aheadMs, report),
  ];
};
