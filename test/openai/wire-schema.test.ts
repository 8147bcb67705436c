import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { classifyWire } from '../../src/openai/classify-schema.ts';
import { suggestWire } from '../../src/openai/suggest-schema.ts';

/** All that every server understands (llm.md 1.3). */
const PORTABLE = ['type', 'properties', 'required', 'additionalProperties', 'items', 'enum'];
const { taxonomy } = loadKnowledge();
const WIRES = [
  ['classify', classifyWire(taxonomy)],
  ['suggest', suggestWire],
] as const;

type Node = Readonly<Record<string, unknown>>;

/** Every schema object in a schema, with the way to it. */
function walk(node: Node, path: string): (readonly [string, Node])[] {
  const properties = Object.entries((node.properties ?? {}) as Record<string, Node>);
  return [
    [path, node],
    ...properties.flatMap(([name, below]) => walk(below, `${path}.${name}`)),
    ...(node.items === undefined ? [] : walk(node.items as Node, `${path}[]`)),
  ];
}

describe.each(WIRES)('the wire schema of %s', (name, wire) => {
  const nodes = walk(wire, name);

  it.each(nodes)('%s uses portable keywords only', (_, node) => {
    expect(Object.keys(node).filter((key) => !PORTABLE.includes(key))).toEqual([]);
  });

  it.each(nodes.filter(([, node]) => node.type === 'object'))(
    '%s requires every field and allows no other',
    (_, node) => {
      expect(node.additionalProperties).toBe(false);
      expect(node.required).toEqual(Object.keys(node.properties as object));
    },
  );

  it('is an object with fewer than 1,000 choices in all', () => {
    expect(wire.type).toBe('object');
    expect(nodes.flatMap(([, node]) => (node.enum ?? []) as string[]).length).toBeLessThan(1000);
  });
});

describe('classifyWire', () => {
  it('closes the lists of markers and of safety labels', () => {
    const ids = walk(classifyWire(taxonomy), '').filter(([path]) => path.endsWith('[].id'));
    const choices = new Map(ids.map(([path, node]) => [path, node.enum as string[] | undefined]));
    expect(choices.get('.labels[].id')).toHaveLength(77);
    expect(choices.get('.safety[].id')?.every((id) => id.startsWith('sf-'))).toBe(true);
  });
});
