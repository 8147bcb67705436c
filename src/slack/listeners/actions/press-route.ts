import type { Rule } from '../../../pipeline/review/may.ts';
import type { ListenerParts } from '../listener-parts.ts';

/** Presses and entries that one feature follows by itself, told by their `action_id`. */
export interface PressRoute {
  readonly owns: (actionId: string) => boolean;
  /**
   * Whom each of them is for, by the `action_id` up to its first colon; what is missing is refused. Null
   * for what comes with every letter that is typed, where `follow` alone checks the person.
   */
  readonly rules: Readonly<Record<string, Rule | null>>;
  /** Given the payload as Slack sent it, acknowledged and unread; checks person and place itself. */
  readonly follow: (body: unknown, parts: ListenerParts) => Promise<void>;
}

/** The `action_id` of what was pressed, or empty. */
export function pressedId(body: unknown): string {
  const { actions } = body as { actions?: readonly { action_id?: unknown }[] };
  const id = actions?.[0]?.action_id;
  return typeof id === 'string' ? id : '';
}
