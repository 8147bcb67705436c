import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { errorCode } from '../../error-code.ts';
import { SlashCommand } from '../../payload.ts';
import { type SlackMessage, section } from '../../views/blocks.ts';
import { casesMessage, MOST_CASES } from '../../views/cases-message.ts';
import { forgetMeModal } from '../../views/forget-me-modal.ts';
import { helpMessage } from '../../views/help-message.ts';
import { intakeModal } from '../../views/intake-modal.ts';
import { refusal } from '../../views/refusal.ts';
import { fixedSafety } from '../../views/safety-reply.ts';
import { settingsModal } from '../../views/settings-modal.ts';
import { statusMessage } from '../../views/status-message.ts';
import { LATE, within } from '../../within.ts';
import type { ListenerParts } from '../listener-parts.ts';

type Args = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** The slash command. */
export const COMMAND = '/impasse';

/** Somebody's command, with their text as typed, in memory only. */
interface Asked {
  readonly user: string;
  readonly text: string;
  readonly trigger: string | null;
  readonly client: WebClient;
  readonly parts: ListenerParts;
}

const LINK_MS = 1_500;

const sentence = (text: string): SlackMessage => ({ text, blocks: [section('answer', text)] });

/** The address of a thread, or null when Slack does not give it in time. */
async function linkOf(client: WebClient, channel: string, ts: string): Promise<string | null> {
  const asked = client.chat.getPermalink({ channel, message_ts: ts });
  const answer = await within(asked, LINK_MS).catch((): typeof LATE => LATE);
  return answer === LATE ? null : (answer.permalink ?? null);
}

async function mine({ user, client, parts }: Asked): Promise<SlackMessage> {
  const all = await parts.waysIn.cases(parts.identity().install, user);
  const shown = all.slice(0, MOST_CASES);
  const cases = await Promise.all(
    shown.map(async (each) => {
      const { channel, thread } = each.key;
      return { ...each, link: await linkOf(client, channel, thread) };
    }),
  );
  return casesMessage(cases, all.length - shown.length, parts.view);
}

/** The scopes Slack says it granted, or null when it does not answer in time. */
async function grantedTo(client: WebClient): Promise<readonly string[] | null> {
  const answer = await within(client.auth.test(), LINK_MS).catch((): typeof LATE => LATE);
  return answer === LATE ? null : (answer.response_metadata?.scopes ?? null);
}

async function status({ client, parts }: Asked): Promise<SlackMessage> {
  const [facts, scopes] = await Promise.all([
    parts.waysIn.status(parts.identity().install),
    grantedTo(client),
  ]);
  return statusMessage(facts, scopes, parts.view);
}

/** Opens a modal; what to say instead when it cannot be opened. */
async function open(
  { client, trigger, parts }: Asked,
  view: ModalView,
): Promise<SlackMessage | null> {
  if (trigger === null) return sentence(parts.view.say('way.late'));
  await client.views.open({ trigger_id: trigger, view });
  return null;
}

/** Anything else: what there is. Words that raise something open are answered by safety first. */
function help({ text, parts }: Asked): SlackMessage {
  const safety = parts.intake.screen(text);
  const { text: notify, blocks } = helpMessage(parts.view);
  if (safety.status !== 'open') return { text: notify, blocks };
  const first = fixedSafety(safety, parts.view);
  return { text: first.text, blocks: [...first.blocks, ...blocks] };
}

const DEEDS: Readonly<Record<string, (asked: Asked) => Promise<SlackMessage | null>>> = {
  new: (asked) => open(asked, intakeModal(null, asked.parts.view)),
  mine,
  forget: (asked) => open(asked, forgetMeModal(asked.parts.view)),
  settings: async (asked) => {
    const { parts, user } = asked;
    const settings = await parts.home.settings(parts.identity().install, user);
    return open(asked, settingsModal(settings, parts.view));
  },
  status,
};

async function answer(asked: Asked): Promise<SlackMessage | null> {
  const { text, user, parts } = asked;
  const no = await parts.access({ channel: '', user, direct: true, external: false });
  if (no !== null) return refusal(no, parts.channels, parts.intake.screen(text), parts.view);
  parts.greet(user);
  const deed = DEEDS[text.trim().toLowerCase()];
  return deed === undefined ? help(asked) : deed(asked);
}

/** `/impasse`: short answers that only the asker sees. What is typed behind it is never read as a case. */
export function onCommand(parts: ListenerParts) {
  return async ({ ack, body }: Args): Promise<void> => {
    const read = SlashCommand.safeParse(body);
    if (!read.success) {
      await ack();
      return parts.log.warn('slack.command-unreadable');
    }
    const { user_id: user, text, trigger_id: trigger } = read.data;
    try {
      const client = await parts.clientOf(parts.identity().install);
      const said = await answer({
        ...{ user, text: text ?? '', trigger: trigger ?? null, client, parts },
      });
      await (said === null ? ack() : ack({ response_type: 'ephemeral', ...said }));
    } catch (error) {
      parts.log.warn('slack.command-failed', { code: errorCode(error) });
      await ack({ response_type: 'ephemeral', ...sentence(parts.view.say('way.failed')) });
    }
  };
}
