import type { KnownBlock } from '@slack/types';

const PREFIX = 'turn:';

/** The blocks with the opaque turn id in the first `block_id`, by which we find our own message again. */
export function markTurn(blocks: readonly KnownBlock[], turn: string): KnownBlock[] {
  return blocks.map((block, index) =>
    index === 0 ? { ...block, block_id: `${PREFIX}${turn}` } : block,
  );
}

/** The turn a message of ours answers, from the `block_id` of its first block; null for any other. */
export function turnOf(blocks: unknown): string | null {
  const first: unknown = Array.isArray(blocks) ? blocks[0] : undefined;
  if (typeof first !== 'object' || first === null || !('block_id' in first)) return null;
  const id = first.block_id;
  return typeof id === 'string' && id.startsWith(PREFIX) ? id.slice(PREFIX.length) : null;
}
