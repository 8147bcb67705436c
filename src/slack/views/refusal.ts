import type { SafetyScreen } from '../../pipeline/outcome.ts';
import { LIMITS } from '../limits.ts';
import { type SlackMessage, section } from './blocks.ts';
import { literal } from './literal.ts';
import { safetyContent } from './safety-content.ts';
import type { ViewParts } from './view-parts.ts';

/** Everything that is answered with a private, plain no, and its sentence. */
const SENTENCES = {
  'channel-not-allowed': 'refused.channel',
  'only-direct': 'slack.refused.only-direct',
  'channel-shared': 'refused.shared',
  'channel-unchecked': 'refused.unchecked',
  'user-guest': 'refused.guest',
  'user-external': 'refused.guest',
  'user-unchecked': 'slack.refused.user-unchecked',
  'not-author': 'refused.not-author',
  'not-supervisor': 'refused.not-supervisor',
  'own-case': 'roles.own-case',
  'review-changed': 'review.changed',
  'review-gone': 'review.gone',
  'review-asked': 'review.ask-again',
  'no-supervision': 'review.no-channel',
  'nothing-paged': 'paging.gone',
  'not-owner': 'roles.not-owner',
  'not-on-call': 'roles.not-on-call',
  'role-unchecked': 'roles.unchecked',
  paused: 'refused.paused',
  'too-many': 'refused.too-many',
  'case-gone': 'refused.expired',
  'nothing-yours': 'slack.read.none',
  'not-waiting': 'slack.preview.gone',
  leak: 'private.leak',
  'too-long': 'unreadable.too-long',
  failed: 'unreadable.failed',
} as const;

export type Refusal = keyof typeof SENTENCES;

/** The sentence of a refusal. */
export function refusalWords(
  why: Refusal,
  channels: readonly string[],
  { say }: Pick<ViewParts, 'say'>,
): string {
  return say(SENTENCES[why], {
    channels: channels.map(channelLink).join(', '),
    most: LIMITS.readCharacters.toLocaleString('en-GB'),
  });
}

/**
 * A plain no for the poster alone, with what to do instead. When the text itself raised something
 * open, the fixed safety content comes first.
 *
 * @param channels the channels where cases may be brought, as configured
 */
export function refusal(
  why: Refusal,
  channels: readonly string[],
  safety: SafetyScreen | null,
  parts: ViewParts,
): SlackMessage {
  const text = refusalWords(why, channels, parts);
  const no = section('refusal', text);
  if (safety === null || safety.status !== 'open') return { text, blocks: [no] };
  const first = parts.say('reply.preview.safety');
  return { text: first, blocks: [...safetyContent(safety, parts), no] };
}

const ID = /^[CG][A-Z0-9]{6,}$/;

/** A configured id as a link that Slack shows by name; a configured name with its sign. */
export const channelLink = (channel: string) =>
  ID.test(channel) ? `<#${channel}>` : literal(channel.startsWith('#') ? channel : `#${channel}`);
