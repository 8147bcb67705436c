import { EXAMPLES } from './cases.ts';
import { CHANNELS, PEOPLE } from './workspace.ts';

/** Posts a message as a person, through the local workspace's control address. */
async function postAs(
  url: string,
  message: { channel: string; user: string; text: string; thread_ts?: string },
): Promise<{ readonly ts: string }> {
  const response = await fetch(`${url}/_control/message`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  });
  const answer = (await response.json()) as { message: { ts: string } };
  return answer.message;
}

/** Puts the example cases into the team channel, ready to copy; the bot is not connected yet. */
export async function seed(url: string): Promise<void> {
  const channel = CHANNELS.team.id;
  const user = PEOPLE.supervisor.id;
  const ready = [
    'Welcome. Two made-up cases to copy and post with @impasse in front:',
    EXAMPLES.withdrawal,
    EXAMPLES.confrontation,
  ];
  for (const text of ready) await postAs(url, { channel, user, text });
}
