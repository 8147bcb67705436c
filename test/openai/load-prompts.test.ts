import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { loadPrompts, PromptError } from '../../src/openai/load-prompts.ts';

const knowledge = loadKnowledge();

/** A copy of the prompts with one file replaced. */
function broken(text: string): URL {
  const folder = mkdtempSync(join(tmpdir(), 'prompts-'));
  cpSync(new URL('../../prompts/', import.meta.url), folder, { recursive: true });
  writeFileSync(join(folder, 'classify.md'), text);
  return pathToFileURL(`${folder}/`);
}

const FRONT = '---\nid: classify\nversion: 1\nschema: classify\n---\n';

describe('loadPrompts', () => {
  it('is the same, byte for byte, every time', () => {
    expect(loadPrompts(knowledge)).toEqual(loadPrompts(knowledge));
  });

  it('tells every marker and safety label by its definition, and leaves no slot open', () => {
    const { prefix } = loadPrompts(knowledge).classify;
    const untold = knowledge.taxonomy.filter(({ id }) => !prefix.includes(`\n${id}: `));
    expect(untold.map(({ id }) => id)).toEqual(['sf-identifiers']);
    expect(prefix).not.toContain('{{');
  });

  it('carries the version of everything that is sent ahead of the case', () => {
    const { version } = loadPrompts(knowledge).classify;
    expect(version).toMatch(/^classify\.\d+\.[0-9a-f]{8}$/);
  });

  it.each([
    ['no front matter', 'Read the case.', 'begin with front matter'],
    ['an unknown field', FRONT.replace('schema', 'scheme'), 'begin with front matter'],
    ['the id of another prompt', FRONT.replace('id: classify', 'id: suggest'), 'must be'],
    ['no part for the case', `${FRONT}Read the case.`, '<!-- case -->'],
    ['an unknown slot', `${FRONT}{{labls}}\n<!-- case -->\nx`, "no slot named 'labls'"],
  ])('refuses a file with %s and says what to do', (_, text, todo) => {
    expect(() => loadPrompts(knowledge, broken(text))).toThrow(PromptError);
    expect(() => loadPrompts(knowledge, broken(text))).toThrow(todo);
  });
});
