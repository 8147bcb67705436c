import { describe, expect, it } from 'vitest';
import { loadSafetyExtra } from '../../src/knowledge/load-safety-extra.ts';
import { copyOfKnowledge } from './broken-copy.ts';

describe('loadSafetyExtra', () => {
  it('reads wordings for every fitted label and words of the commonest languages', () => {
    const { wordings, languages } = loadSafetyExtra();
    expect(wordings).toHaveLength(12);
    expect(wordings.every(({ open, ask }) => open.length > 0 && ask.length > 0)).toBe(true);
    expect(languages.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'tr', 'ru', 'ar', 'zh']),
    );
  });

  it('names file and wording when a list is missing', () => {
    const copy = copyOfKnowledge();
    copy.replace('safety-wordings-self.yml', '{noose}', '{nose}');
    expect(() => loadSafetyExtra(copy.url)).toThrow(
      /safety-wordings-self\.yml:\d+: .*no list of words named 'nose'/,
    );
  });

  it('names file and line when a language is malformed', () => {
    const copy = copyOfKnowledge();
    const line = copy.replace('languages.yml', '  name: French\n', '');
    expect(() => loadSafetyExtra(copy.url)).toThrow(
      new RegExp(`languages\\.yml:${line - 1}: 'fr\\.name'`),
    );
  });

  it('says what to do when a file is no YAML', () => {
    const copy = copyOfKnowledge();
    copy.write('safety-words.yml', 'self: [');
    expect(() => loadSafetyExtra(copy.url)).toThrow(/safety-words\.yml:\d+: cannot be read/);
  });
});
