import type { Installation } from '../pipeline/installation.ts';
import { createSlackProbe } from '../slack/probe.ts';
import { lookInto, type Where } from '../state/look-into.ts';
import { StateError } from '../state/state-error.ts';
import type { Check, Patient } from './check.ts';
import { checkClock } from './check-clock.ts';
import type { Finding, Report } from './finding.ts';
import { readManifest } from './read-manifest.ts';

const CLIENT_ID = /^\d{6,20}\.\d{6,20}$/;
/** Slack answers some hundreds of `auth.test` a minute. */
const MOST_ASKED = 100;
const SIDE_BY_SIDE = 10;

/** What Slack says of one install; `unasked` when it did not answer. */
type Looked = readonly Finding[] | 'unasked';

/** How installs are looked at. */
interface Way {
  readonly apiUrl: string | undefined;
  /** Where the app is installed. */
  readonly page: string;
  readonly report: Report;
}

/** Every install in the store, none where the store cannot be read: that is a finding of its own. */
async function readInstalls(where: Where): Promise<readonly Installation[] | null> {
  const kept = await lookInto(where, async ({ installs, records }) => {
    const keys = (await installs()).map(
      (team) => ({ team, kind: 'installation', id: '' }) as const,
    );
    return Promise.all(keys.map((key) => records.read(key)));
  }).catch((error: unknown) => {
    if (error instanceof StateError) return 'unreadable' as const;
    throw error;
  });
  if (kept === 'unreadable') return null;
  return (kept ?? []).filter((installation) => installation !== null);
}

function checkScopes(granted: readonly string[] | null, install: string, way: Way): Finding[] {
  const { page, report } = way;
  if (granted === null) return [report.hint('scopes.unknown')];
  const { needed, optional } = readManifest();
  const lacks = (scopes: readonly string[]) => scopes.filter((scope) => !granted.includes(scope));
  const slots = (scopes: readonly string[]) => ({ install, page, scopes: scopes.join(', ') });
  const [missing, without] = [lacks(needed), lacks(optional)];
  return [
    ...(missing.length > 0 ? [report.fault('install.scopes', slots(missing))] : []),
    ...(without.length > 0 ? [report.hint('install.optional', slots(without))] : []),
  ];
}

/** A token that has ended is not renewed from here: whoever works does it, under the lock. */
async function checkOne(kept: Installation, way: Way): Promise<Looked> {
  const { install, token, expiresAt } = kept;
  const { page, report } = way;
  if (expiresAt !== null && expiresAt <= Date.now()) {
    return [report.hint('install.ended', { install, page })];
  }
  const probed = await createSlackProbe(token, way.apiUrl).token();
  if (probed.ok) return checkScopes(probed.scopes, install, way);
  if (probed.away) return 'unasked';
  return [report.fault('install.refused', { install, page, code: probed.code })];
}

async function checkAll(installs: readonly Installation[], way: Way): Promise<Finding[]> {
  const { page, report } = way;
  if (installs.length === 0) return [report.hint('installs.none', { page })];
  const looked: Looked[] = [];
  for (let from = 0; from < Math.min(installs.length, MOST_ASKED); from += SIDE_BY_SIDE) {
    const some = installs.slice(from, from + SIDE_BY_SIDE).map((kept) => checkOne(kept, way));
    looked.push(...(await Promise.all(some)));
  }
  const asked = looked.filter((one) => one !== 'unasked');
  const well = asked.filter((one) => one.length === 0).length;
  const unasked = installs.length - asked.length;
  return [
    ...(well > 0 ? [report.ok('installs', { count: String(well) })] : []),
    ...asked.flat(),
    ...(unasked > 0 ? [report.hint('installs.unasked', { count: String(unasked) })] : []),
  ];
}

/** Several workspaces: the app's own id, Slack itself, and the token and scopes of every install. */
export const checkInstalls: Check = async ({ slack, config, report }: Patient) => {
  const oauth = config?.slack.oauth ?? null;
  if (slack === null || config === null || oauth === null) return [];
  const client = CLIENT_ID.test(oauth.clientId)
    ? report.ok('client.whole')
    : report.fault('client');
  const reached = await slack.reach();
  if (!reached.ok) return [client, report.fault('slack.away', { code: reached.code })];
  const way = { apiUrl: config.slack.apiUrl, page: `${oauth.publicUrl}/slack/install`, report };
  const installs = await readInstalls(config.state);
  return [
    client,
    ...checkClock(reached.aheadMs, report),
    ...(installs === null ? [] : await checkAll(installs, way)),
  ];
};
