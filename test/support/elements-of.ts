import type { Standing } from './fake-slack.ts';

type Element = Record<string, unknown>;

/** Every element of blocks that can be pressed. */
export function elementsOf(blocks: Standing['blocks']): Element[] {
  return blocks.flatMap((block) => [
    ...((block.elements as Element[] | undefined) ?? []),
    ...(block.accessory ? [block.accessory as Element] : []),
  ]);
}
