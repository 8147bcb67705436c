import { connect } from 'node:net';
import type { Check, Patient } from './check.ts';
import { checkAddress } from './check-address.ts';
import type { Finding } from './finding.ts';

const SECRET = /^[0-9a-f]{32}$/;
const WAIT_MS = 2_000;

/** True when something listens there. */
function answers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: host === '0.0.0.0' ? '127.0.0.1' : host });
    const end = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.setTimeout(WAIT_MS, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

async function checkHttp({ config, url, report }: Patient): Promise<Finding[]> {
  const { signingSecret = '' } = config?.slack ?? {};
  const secret = SECRET.test(signingSecret) ? report.ok('secret.whole') : report.fault('secret');
  const place = { port: String(config?.port), host: config?.host ?? '' };
  const listens = await answers(config?.port ?? 0, place.host);
  const running = listens ? report.ok('http.listens', place) : report.hint('http.silent', place);
  const own = config?.slack.oauth ? `${config.slack.oauth.publicUrl}/slack/events` : null;
  // Before the start nothing can answer at the address that the settings name.
  const asked = url ?? (listens ? own : null);
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
