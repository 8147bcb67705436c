/** `action_id`s of what can be pressed in the Home tab; a colon leads in what it is about. */
export const HOME_IDS = {
  new: 'home-new',
  settings: 'home-settings',
  forget: 'home-forget',
  filter: 'home-filter',
  trends: 'home-trends',
  policy: 'home-policy',
} as const;

/** Which part of the queue is shown. */
export const QUEUE_FILTERS = ['waiting', 'flagged', 'mine', 'all'] as const;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];

/** The filter an `action_id` asks for, or null. */
export function readFilter(actionId: string): QueueFilter | null {
  const [verb, name] = actionId.split(':');
  return verb === HOME_IDS.filter ? (QUEUE_FILTERS.find((each) => each === name) ?? null) : null;
}
