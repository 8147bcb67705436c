import { connect } from 'node:net';
import { askAddress } from './ask-address.ts';
import type { Check, Patient } from './check.ts';
import { checkAddress } from './check-address.ts';
import type { Finding } from './finding.ts';

const SECRET = /^[0-9a-f]{32}$/;
const WAIT_MS = 2_000;
/** Addresses that stand for all of this machine. */
const EVERYWHERE = new Set(['0.0.0.0', '::']);

/** True when something listens there. */
function listensAt(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const end = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.setTimeout(WAIT_MS, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

/** Whether the bot answers at its own place; before the start nothing does. */
async function checkPlace({ config, report }: Patient, secret: string): Promise<Finding> {
  const { port = 0, host = '' } = config ?? {};
  const place = { port: String(port), host };
  const near = EVERYWHERE.has(host) ? '127.0.0.1' : host;
  if (!(await listensAt(port, near))) return report.hint('http.silent', place);
  const name = near.includes(':') ? `[${near}]` : near;
  const said = await askAddress(`http://${name}:${port}/slack/events`, secret);
  return said === 'answered' ? report.ok('http.listens', place) : report.fault('http.other', place);
}

async function checkHttp(patient: Patient): Promise<Finding[]> {
  const { config, url, report } = patient;
  const { signingSecret = '' } = config?.slack ?? {};
  const secret = SECRET.test(signingSecret) ? report.ok('secret.whole') : report.fault('secret');
  const running = await checkPlace(patient, signingSecret);
  const own = config?.slack.oauth ? `${config.slack.oauth.publicUrl}/slack/events` : null;
  // Before the start nothing can answer at the address that the settings name.
  const asked = url ?? (running.level === 'ok' ? own : null);
  if (asked !== null)
    return [secret, running, ...(await checkAddress(asked, signingSecret, report))];
  return own === null ? [secret, running, report.hint('http.address')] : [secret, running];
}

/** How payloads of Slack's reach the bot: Socket Mode opens, or signed HTTP is set up. */
export const checkLine: Check = async (patient) => {
  const { config, slack, report } = patient;
  if (config === null || config.role === 'worker') return [];
  if (config.slack.appToken === undefined) return checkHttp(patient);
  if (slack === null) return [];
  const opened = await slack.connection(config.slack.appToken);
  if (opened.ok) return [report.ok('socket.open')];
  return opened.away ? [] : [report.fault('socket', { code: opened.code })];
};
