import { createHmac } from 'node:crypto';

/** What Slack would see of an answer. */
export interface Answer {
  readonly status: number;
  /** The body as JSON, or as text when it is none; null when empty. */
  readonly body: unknown;
}

const signed = (body: string, at: number, secret: string) =>
  `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`;

/** Sends payloads to a running bot as Slack does over HTTP: signed, events as JSON, the rest as forms. */
export function signedHttp(port: number | null, secret: string) {
  async function post(body: string, type: string): Promise<Answer> {
    const at = Math.floor(Date.now() / 1000);
    const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': String(at),
        'x-slack-signature': signed(body, at, secret),
      },
    });
    const text = await answer.text();
    try {
      return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
    } catch {
      return { status: answer.status, body: text };
    }
  }
  const form = (fields: Record<string, string>) =>
    post(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded');
  return {
    event: (event: object, id: string, team: string) =>
      post(
        JSON.stringify({ type: 'event_callback', team_id: team, event_id: id, event }),
        'application/json',
      ),
    /** A press, a shortcut or a submitted modal. */
    payload: (payload: object) => form({ payload: JSON.stringify(payload) }),
    command: (fields: Record<string, string>) => form({ command: '/impasse', ...fields }),
  };
}
