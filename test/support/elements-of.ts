type Element = Record<string, unknown>;

/** Every element of blocks that can be pressed. */
export function elementsOf(blocks: readonly Record<string, unknown>[]): Element[] {
  return blocks.flatMap((block) => [
    ...((block.elements as Element[] | undefined) ?? []),
    ...(block.accessory ? [block.accessory as Element] : []),
  ]);
}
