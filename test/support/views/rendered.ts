import type { HomeView, ModalView } from '@slack/types';
import fc from 'fast-check';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import type { SlackMessage } from '../../../src/slack/views/blocks.ts';

/** One finished view: what Slack would be sent. */
export type Rendered =
  | { readonly as: 'message'; readonly message: SlackMessage }
  | { readonly as: 'view'; readonly view: ModalView | HomeView };

/** Any views a file of views can make; null where it makes none. */
export type AnyViews = fc.Arbitrary<readonly (Rendered | null)[]>;

export const knowledge = loadKnowledge();

export const message = (made: SlackMessage | null): Rendered | null =>
  made && { as: 'message', message: made };
export const page = (view: ModalView | HomeView | null): Rendered | null =>
  view && { as: 'view', view };

/** Ids as Slack gives them; by `0OURS` a test tells them from what somebody wrote. */
const idOf = (first: string) =>
  fc.integer({ min: 1_000, max: 99_999 }).map((n) => `${first}0OURS${n}`);
export const channelId = fc.oneof(idOf('C'), idOf('G'), idOf('D'));
export const userId = idOf('U');
export const address = fc.option(
  fc.constantFrom(
    'https://ours.slack.com/archives/C0OURS1234/p1700000000000100',
    'https://ours.slack.com/archives/C0OURS1234/p1700000000000100?thread_ts=1700000000.000100&cid=C0OURS1234',
  ),
);
export const time = fc.integer({ min: 0, max: 4_000_000_000_000 });
export const threadKey = channelId.map((channel) => ({
  ...{ team: 'T01TEST', channel, thread: '1700000000.000100' },
}));
export const many = <Item>(item: fc.Arbitrary<Item>, maxLength = 60) =>
  fc.array(item, { maxLength, size: 'max' });
