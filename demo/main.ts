import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { EXAMPLES } from './cases.ts';
import { daysAhead } from './days-ahead.ts';
import { freePort, NoLocalSlack, startLocalSlack } from './local-slack.ts';
import { seed } from './seed.ts';
import { type RunningBot, startBot } from './start-bot.ts';
import { CHANNELS, PEOPLE } from './workspace.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

function guide(url: string): void {
  say(`
Impasse is running in a try-out workspace:

    ${url}

Everything stays on this machine. 'Act as' at the top right says who you are: ${PEOPLE.clinician.real_name},
${PEOPLE.colleague.real_name} or ${PEOPLE.supervisor.real_name}. Two cases stand ready in #${CHANNELS.team.name} to copy and post. Try:

  1. A quiet client. Post:
     @impasse ${EXAMPLES.withdrawal}

  2. An angry client. Post:
     @impasse ${EXAMPLES.confrontation}
     and then answer in its thread:
     ${EXAMPLES.followUp}

  3. Something that identifies (you get a private note; the bot keeps none of it):
     @impasse ${EXAMPLES.identifiers}

  4. A safety matter (the answer is about safety only):
     @impasse ${EXAMPLES.safety}

  5. The wrong place: mention @impasse in #${CHANNELS.lunch.name}.

  6. A deep impasse. Post this, then press Plan it under the answer:
     @impasse ${EXAMPLES.downhill}

  7. How it went: choose when you see your client next under an answer. Then type a number of days here
     and press Enter: the bot's clock moves on that far, to working hours, and within a quarter of a
     minute it asks in the thread.

  8. A supervisor: press 'Ask a supervisor' under an answer, then act as ${PEOPLE.supervisor.real_name}
     in #${CHANNELS.supervision.name}, who is also on call, decides the policy, and has it in the Home tab.

  9. Practise: press Rehearse under an answer, open the direct messages, and answer the client there in
     the thread, as often as you like.

Ctrl-C stops everything. De-identified cases only, here too.
`);
}

/** Moves the bot's clock by the number of days that is typed. */
function moveClockOnRequest(bot: RunningBot): void {
  let ahead = 0;
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const days = Number(line.trim());
    if (!(days > 0 && days <= 365)) {
      say('Type a number of days from 1 to 365.');
      return;
    }
    const ms = daysAhead(days, Date.now() + ahead);
    ahead += ms;
    bot.moveClock(ms);
    say(`The bot's clock stands at ${new Date(Date.now() + ahead).toUTCString()}.`);
  });
  process.stdin.unref?.();
}

async function main(): Promise<number> {
  const workspace = await startLocalSlack(Number(process.env.DEMO_PORT) || (await freePort()));
  const stopping = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await seed(workspace.url);
  const key = `demo:${randomBytes(32).toString('base64')}`;
  const bot = await startBot({ apiUrl: workspace.apiUrl, key }).catch(async (error: unknown) => {
    await workspace.stop();
    throw error;
  });
  guide(workspace.url);
  moveClockOnRequest(bot);
  await Promise.race([stopping, bot.exited]);
  await bot.stop();
  await workspace.stop();
  say('Stopped.');
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const known = error instanceof NoLocalSlack || (error instanceof Error && error.name === 'NoBot');
  process.stderr.write(`${known ? error.message : 'The demo could not start.'}\n`);
  process.exitCode = 1;
}
