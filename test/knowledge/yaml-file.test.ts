import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/knowledge/yaml-file.ts';

const TEXT = `# a comment

- id: first
  list: [one, two]
- id: second
  inside:
    deep: "text"
    more:
      - alpha
      - beta
`;

function parsed(text: string) {
  const file = parseYaml('some.yml', text);
  if (!('value' in file)) throw new Error(file.reason);
  return file;
}

describe('parseYaml', () => {
  it.each([
    [[0], 3],
    [[0, 'id'], 3],
    [[0, 'list', 1], 4],
    [[1, 'id'], 5],
    [[1, 'inside', 'deep'], 7],
    [[1, 'inside', 'more', 1], 10],
    [[], 3],
  ])('finds %j on line %d', (path, line) => {
    expect(parsed(TEXT).line(path)).toBe(line);
  });

  it.each([
    [[1, 'missing'], 5],
    [[1, 'inside', 'missing', 'deeper'], 6],
    [[7], 3],
  ])('places the missing %j on the line of what is there, %d', (path, line) => {
    expect(parsed(TEXT).line(path)).toBe(line);
  });

  it.each([
    ['an open bracket', 'a: [1,\nb: 2\n', 2],
    ['a double key', 'a: 1\na: 2\n', 2],
    ['an open quote', 'a: 1\nb: "x\n', 3],
    ['crooked indentation', 'a:\n  b: 1\n c: 2\n', 3],
  ])('tells the line of %s', (_, text, line) => {
    expect(parseYaml('some.yml', text)).toMatchObject({ name: 'some.yml', line });
  });

  it('reads aliases and empty files without failing', () => {
    expect(parsed('a: &x 1\nb: *x\n').line(['b'])).toBe(2);
    expect(parseYaml('some.yml', '')).toMatchObject({ name: 'some.yml' });
  });
});
