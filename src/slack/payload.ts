import { z } from 'zod';

const id = z.string().min(1).max(60);
const ts = z.string().regex(/^\d{1,20}\.\d{1,10}$/);
const flag = z.boolean().nullish();

/** What Bolt reads of any body without looking; on others it throws and nobody answers. */
export const Body = z.object({
  event: z.object({ type: z.string() }).optional(),
  actions: z.array(z.object({})).min(1).optional(),
});

/** The parts of `app_mention` and `message` events that we use; everything else is ignored. */
export const MessageEvent = z.object({
  channel: id,
  ts,
  thread_ts: ts.nullish(),
  channel_type: z.string().nullish(),
  user: id.nullish(),
  text: z.string().nullish(),
  subtype: z.string().nullish(),
  bot_id: z.string().nullish(),
  app_id: z.string().nullish(),
  hidden: flag,
  user_team: z.string().nullish(),
  source_team: z.string().nullish(),
  files: z.array(z.unknown()).nullish(),
});
export type MessageEvent = z.infer<typeof MessageEvent>;

/** The parts of a `message_changed` event that we use; the old text is compared and let go. */
export const ChangedEvent = z.object({
  channel: id,
  channel_type: z.string().nullish(),
  message: MessageEvent.omit({ channel: true }).extend({ edited: z.object({ ts }).nullish() }),
  event_ts: ts.nullish(),
  previous_message: z
    .object({
      user: id.nullish(),
      text: z.string().nullish(),
      edited: z.object({ ts: z.string() }).nullish(),
      thread_ts: ts.nullish(),
    })
    .nullish(),
});

export type ChangedEvent = z.infer<typeof ChangedEvent>;

/** The parts of a `message_deleted` event that we use. */
export const DeletedEvent = z.object({
  channel: id,
  deleted_ts: ts,
  event_ts: ts.nullish(),
  previous_message: z
    .object({ user: id.nullish(), bot_id: z.string().nullish(), thread_ts: ts.nullish() })
    .nullish(),
});

/** What is left of a token; only the loss of a bot token ends an installation. */
export const RevokedEvent = z.object({
  tokens: z.object({ bot: z.array(z.string()).nullish() }),
});

/** The parts of an event's envelope that we use. */
export const Envelope = z.object({ is_ext_shared_channel: flag });

const action = z.object({
  action_id: z.string().max(255),
  value: z.string().max(2_000).nullish(),
  action_ts: z.string().max(40).nullish(),
});

/** A press of a button in a message. */
export const Press = z.object({
  user: z.object({ id }),
  channel: z.object({ id }),
  message: z.object({ ts, thread_ts: ts.nullish() }),
  trigger_id: z.string().nullish(),
  actions: z
    .array(action.extend({ selected_option: z.object({ value: z.string().max(200) }).nullish() }))
    .min(1),
});
export type Press = z.infer<typeof Press>;

/**
 * A press of a button about one's own message. Under a private note Slack sends no message, only a
 * container, which does not say in which thread the note was meant; inside a modal it sends the view.
 */
export const OwnPress = z.object({
  user: z.object({ id }),
  message: z.object({ ts, thread_ts: ts.nullish() }).nullish(),
  channel: z.object({ id }).nullish(),
  container: z
    .object({ channel_id: id.nullish(), message_ts: ts.nullish(), thread_ts: ts.nullish() })
    .nullish(),
  view: z.object({ private_metadata: z.string().max(3_000).default('') }).nullish(),
  trigger_id: z.string().nullish(),
  actions: z.array(action).min(1),
});
export type OwnPress = z.infer<typeof OwnPress>;

/** A press under a card of ours, wherever it stands. */
export const ReviewPress = z.object({
  user: z.object({ id }),
  channel: z.object({ id }).nullish(),
  message: z.object({ ts, blocks: z.array(z.unknown()).nullish() }).nullish(),
  trigger_id: z.string().nullish(),
  actions: z.array(action).min(1),
});

const entered = z.object({
  value: z.string().max(50_000).nullish(),
  selected_options: z.array(z.object({ value: z.string().max(200) })).nullish(),
});

/** A submitted modal of a review card. */
export const ReviewSubmission = z.object({
  user: z.object({ id }),
  view: z.object({
    id: z.string().max(60).nullish(),
    callback_id: z.string(),
    private_metadata: z.string().max(3_000),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), entered)) }).nullish(),
  }),
});

/** In the Home tab there is no channel; a local workspace sends an empty one. */
const perhapsId = z.string().max(60);

/** What every press of a button has, wherever the button stands. */
export const GatedPress = z.object({
  user: z.object({ id }),
  trigger_id: z.string().nullish(),
  channel: z.object({ id: perhapsId }).nullish(),
  message: z.object({ thread_ts: ts.nullish() }).nullish(),
  container: z.object({ channel_id: perhapsId.nullish(), thread_ts: ts.nullish() }).nullish(),
  actions: z
    .array(z.object({ action_id: z.string().max(255), action_ts: z.string().max(40).nullish() }))
    .min(1),
});

export type GatedPress = z.infer<typeof GatedPress>;

/** What every submitted modal has. */
export const GatedSubmission = z.object({
  user: z.object({ id }),
  view: z.object({ callback_id: z.string() }),
});

/** What stands in the fields of a modal, by block and action. */
const typed = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().max(50_000).nullish(),
      selected_option: z.object({ value: z.string().max(200) }).nullish(),
      selected_options: z.array(z.object({ value: z.string().max(200) })).nullish(),
    }),
  ),
);

/** A submitted modal. */
export const Submission = z.object({
  user: z.object({ id }),
  view: z.object({
    id: z.string().max(60).nullish(),
    callback_id: z.string(),
    private_metadata: z.string().max(3_000).default(''),
    state: z.object({ values: typed }).nullish(),
  }),
});
export type Submission = z.infer<typeof Submission>;

/** A slash command; `text` may be anything somebody typed behind it. */
export const SlashCommand = z.object({
  user_id: id,
  channel_id: id,
  text: z.string().max(50_000).nullish(),
  trigger_id: z.string().nullish(),
});

/** A message shortcut: who asks, and about which message. */
export const MessageShortcut = z.object({
  user: z.object({ id }),
  channel: z.object({ id }),
  trigger_id: z.string().nullish(),
  message: z.object({
    ts,
    user: id.nullish(),
    bot_id: z.string().nullish(),
    text: z.string().max(100_000).nullish(),
  }),
});
export type MessageShortcut = z.infer<typeof MessageShortcut>;

/** Somebody opened our page; only its tab decides what is done. */
export const HomeOpened = z.object({ user: id, channel: id.nullish(), tab: z.string().nullish() });

/** Somebody presses or types in a modal of ours. */
export const ModalEntry = z.object({
  user: z.object({ id }),
  view: z.object({ id, callback_id: z.string(), state: z.object({ values: typed }).nullish() }),
});

/** A press that opens something, wherever it stands. */
export const OpeningPress = z.object({ user: z.object({ id }), trigger_id: z.string().nullish() });
