/** A place that takes so many calls a second, and a few more at once. */
export interface Bucket {
  /** Seconds to wait, or 0 when the call may pass. */
  take(now: number): number;
}

/** A token bucket: `burst` calls at once, refilled with `perSecond`. `now` in milliseconds. */
export function createBucket(perSecond: number, burst: number): Bucket {
  let tokens = burst;
  let last = 0;
  return {
    take(now) {
      tokens = last === 0 ? burst : Math.min(burst, tokens + ((now - last) / 1000) * perSecond);
      last = now;
      if (tokens < 1) return Math.max(1, Math.ceil((1 - tokens) / perSecond));
      tokens -= 1;
      return 0;
    },
  };
}

type Block = Record<string, unknown>;

/** What Slack would refuse about a message, as its error word, or null. */
export function blocksFault(text: string, blocks: unknown): string | null {
  if (text.length > 4000) return 'msg_too_long';
  if (!Array.isArray(blocks)) return 'invalid_blocks_format';
  if (blocks.length === 0 || blocks.length > 50) return 'invalid_blocks';
  const ids = blocks.map((block: Block) => block.block_id);
  if (ids.some((id) => typeof id !== 'string' || id.length > 255)) return 'invalid_blocks';
  return new Set(ids).size === ids.length ? null : 'invalid_blocks';
}
