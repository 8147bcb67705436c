import { beforeAll, describe, expect, it } from 'vitest';
import type { MakeLint } from '../../src/knowledge/check-phrases.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { KnowledgeError } from '../../src/knowledge/knowledge-error.ts';
import { guardedMark, loadKnowledge } from '../../src/knowledge/load.ts';
import { openShelf } from '../../src/knowledge/shelf.ts';
import { copyOfKnowledge } from './broken-copy.ts';

/** Stands in for the guard where a test is about something else. */
const passAll = () => () => ({ pass: true, errors: [] });

function faultsOf(folder: URL, makeLint?: MakeLint): readonly string[] {
  try {
    loadKnowledge(folder, makeLint);
    return [];
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return error.message.split('\n').slice(1);
  }
}

describe('loadKnowledge', () => {
  let k: Knowledge;
  beforeAll(() => {
    k = loadKnowledge();
  });

  it('holds everything the clinical reference names', () => {
    expect({
      labels: k.taxonomy.length,
      safetyLabels: k.taxonomy.filter(({ family }) => family === 'safety').length,
      safetyRules: k.safety.length,
      interventions: k.interventions.length,
      ownStrategies: k.interventions.filter(({ r15 }) => r15 !== null).length,
      principles: k.principles.length,
      lexiconsAtLeast: Object.keys(k.lexicons).length >= 20,
      rungs: k.ladder.length,
      machines: k.machines.length,
      languageRules: k.language.length,
      responses: k.responses.length,
      info: k.info.length,
      musts: k.info.filter(({ must }) => must).length,
      contraindications: k.contraindications.length,
      selectionNumbers: new Set(k.selection.map(({ id }) => id.replace(/\D/g, ''))).size,
      consultFirst: k.consultFirst.length,
      anchors: k.anchors.length,
    }).toEqual({
      labels: 90,
      safetyLabels: 13,
      safetyRules: 13,
      interventions: 48,
      ownStrategies: 10,
      principles: 20,
      lexiconsAtLeast: true,
      rungs: 24,
      machines: 6,
      languageRules: 42,
      responses: 14,
      info: 19,
      musts: 5,
      contraindications: 14,
      selectionNumbers: 22,
      consultFirst: 5,
      anchors: 38,
    });
  });

  it('gives the same versions for the same files and other ones when a file changes', () => {
    const copy = copyOfKnowledge();
    const before = loadKnowledge(copy.url, passAll).versions;
    copy.replace('taxonomy-withdrawal.yml', 'curt replies', 'very short replies');
    const after = loadKnowledge(copy.url, passAll).versions;
    expect(before).toEqual(k.versions);
    expect(after).toEqual({ ...before, taxonomy: after.taxonomy });
    expect(after.taxonomy).not.toBe(before.taxonomy);
  });

  it('finds a label by id and refuses one that does not exist', () => {
    expect(k.label('wd-denial').family).toBe('withdrawal');
    expect(() => k.label('wd-nothing')).toThrow(RangeError);
  });

  it.each([
    [
      'a misspelt family',
      'taxonomy-withdrawal.yml',
      'family: withdrawal',
      'family: withdrawl',
      'family',
    ],
    ['a misspelt field', 'ladder.yml', 'notWhen:', 'notwhen:', 'notWhen'],
    [
      'a tap text that is too long',
      'taxonomy-causes.yml',
      'seen: "',
      `seen: "${'so '.repeat(24)}`,
      'seen',
    ],
    ['an unknown flag', 'principles.yml', 'flag: K', 'flag: X', 'flag'],
    [
      'too few signs to watch for',
      'interventions-expressive.yml',
      'watchFor:\n',
      'watchFor: []\n    other:\n',
      'watchFor',
    ],
    [
      'a list where text belongs',
      'words-reply.yml',
      'reply.preview: "',
      'reply.preview: ["a"]\nreply.more: "',
      'reply.preview',
    ],
  ])('stops at %s and names file, field and what to do', (_, file, before, after, field) => {
    const copy = copyOfKnowledge();
    copy.replace(file, before, after);
    const found = faultsOf(copy.url, passAll).join('\n');
    expect(found).toMatch(new RegExp(`^${file.replace('.', '\\.')}:\\d+: .*${field}`, 'm'));
    expect(found).toContain('mend or add the field');
  });

  it.each([
    [
      'a taxonomy id',
      'interventions-immediate.yml',
      'cau-misunderstanding',
      'cau-misunderstood',
      /'cau-misunderstood' is no taxonomy id/,
    ],
    [
      'a principle',
      'interventions-immediate.yml',
      'mp-own-part',
      'mp-own-parts',
      /'mp-own-parts' is no principle/,
    ],
    [
      'a phrase for a label',
      'interventions-immediate.yml',
      'only: [trg-confidentiality]',
      'only: [trg-privacy]',
      /'trg-privacy' is no taxonomy id/,
    ],
    [
      'a label on the ladder',
      'ladder.yml',
      'never: [safety]',
      'never: [safe]',
      /'safe' is no taxonomy id/,
    ],
    ['a response', 'safety.yml', 'R-SUI', 'R-SUICIDE', /'R-SUICIDE' is no response/],
    [
      'a state',
      'state-machines.yml',
      'start: W1-marker',
      'start: W0',
      /'W0' is no state of sm-withdrawal/,
    ],
    ['a rung', 'escalation.yml', 'co-extended', 'co-extension', /'co-extension' is no rung/],
    ['a signal', 'contraindications.yml', 'sg-little-time', 'sg-late', /'sg-late' is no signal/],
    [
      'an intervention',
      'selection.yml',
      'iv-clarify-frame',
      'iv-frame',
      /'iv-frame' is no intervention/,
    ],
    [
      'an information item',
      'sufficiency.yml',
      'in-moment',
      'in-now',
      /'in-now' is no information item/,
    ],
    ['a source', 'responses.yml', '[practice]', '[habit]', /'habit' is no source key/],
  ])('stops at %s that does not exist, on its line', (_, file, before, after, what) => {
    const copy = copyOfKnowledge();
    const line = copy.replace(file, before, after);
    const [fault = '', ...rest] = faultsOf(copy.url, passAll);
    expect(fault).toMatch(what);
    expect(fault).toContain(`${file}:${line}:`);
    expect(fault).toContain('correct the spelling or take it out');
    expect(rest).toEqual([]);
  });

  it.each([
    [
      'a broken pattern',
      'signals.yml',
      "'\\b(?:psychotic",
      "'\\b(?:(psychotic",
      /is no regular expression/,
    ],
    [
      'a pattern without limits',
      'signals.yml',
      "'\\b(?:psychotic",
      "'\\b\\w+(?:psychotic",
      /without a limit/,
    ],
    [
      'an id used twice',
      'ladder.yml',
      '- id: co-peer\n',
      '- id: co-literature\n',
      /'co-literature' stands twice/,
    ],
    [
      'a figure in an unverified text',
      'state-machines.yml',
      'You seem to be working together again.',
      'In 29 % of cases this helps.',
      /figure or a research claim/,
    ],
    [
      'a claim in an unverified text',
      'responses.yml',
      'Ask first whether',
      'Research shows that you ask first whether',
      /research claim/,
    ],
    [
      'a reference in a shown text',
      'ladder.yml',
      'Write down one question,',
      'Write down one question [S2],',
      /shows a reference/,
    ],
    [
      'an id in a shown text',
      'ladder.yml',
      'Write down one question,',
      'After co-self-review write down one question,',
      /shows an internal id/,
    ],
    [
      'a machine that claims to detect',
      'words-reply.yml',
      'A first reading of your case, for now.',
      'Rupture detected.',
      /detecting or classifying/,
    ],
    [
      'a phrase said twice',
      'interventions-immediate.yml',
      'I skipped the reason for this. May I say it now, and hear if it fits?',
      'I think I put that badly, what did you hear?',
      /says what another phrase says/,
    ],
    [
      'a phrase too long to say',
      'interventions-immediate.yml',
      'I think I put that badly.',
      `${'I think so, and '.repeat(12)}I put that badly.`,
      /has 5\d words/,
    ],
  ])('stops at %s, on its line', (_, file, before, after, what) => {
    const copy = copyOfKnowledge();
    const line = copy.replace(file, before, after);
    const ours = faultsOf(copy.url, passAll).filter((fault) => what.test(fault));
    expect(ours.map((fault) => fault.split(': ')[0])).toEqual([`${file}:${line}`]);
  });

  it('does not guard again what carries the mark of having passed', () => {
    const copy = copyOfKnowledge();
    copy.replace(
      'interventions-immediate.yml',
      'I think I put that badly. What',
      'You twist my words. What',
    );
    expect(faultsOf(copy.url)).toHaveLength(1);
    copy.write('checked.yml', `mark: "${guardedMark(openShelf(copy.url))}"\n`);
    expect(faultsOf(copy.url)).toEqual([]);
  });

  it('stops at a phrase the guard refuses, on its line', () => {
    const copy = copyOfKnowledge();
    const file = 'interventions-immediate.yml';
    const line = copy.replace(file, 'I think I put that badly. What', 'You twist my words. What');
    const [fault = '', ...rest] = faultsOf(copy.url);
    expect(fault).toMatch(
      new RegExp(`^${file}:${line}: .*is refused by the guard \\(.*(?:ft|mp)-`),
    );
    expect(rest).toEqual([]);
  });

  it.each([
    [
      'a file that is no YAML',
      'info.yml',
      'priority: 1',
      'priority: [1',
      /info\.yml:\d+: cannot be read/,
    ],
    [
      'a file that is no list',
      'language.yml',
      /.*/s,
      'just: a table\n',
      /language\.yml:1: is not a list/,
    ],
  ])('stops at %s', (_, file, before, after, what) => {
    const copy = copyOfKnowledge();
    if (typeof before === 'string') copy.replace(file, before, after);
    else copy.write(file, after);
    expect(faultsOf(copy.url, passAll).join('\n')).toMatch(what);
  });

  it('stops at a sentence that stands in two files', () => {
    const copy = copyOfKnowledge();
    copy.replace('words-thread.yml', 'thread.received:', 'reply.preview:');
    expect(faultsOf(copy.url, passAll)).toEqual([
      expect.stringMatching(
        /^words-thread\.yml:\d+: 'reply\.preview' stands in words-reply\.yml too; keep it once$/,
      ),
    ]);
  });

  it('stops at a file that is missing', () => {
    const copy = copyOfKnowledge();
    copy.remove('ladder.yml');
    expect(faultsOf(copy.url, passAll)).toEqual(['ladder.yml:1: is missing; put the file back']);
  });

  it('lists every fault at once', () => {
    const copy = copyOfKnowledge();
    copy.replace('ladder.yml', 'notWhen:', 'notwhen:');
    copy.replace('principles.yml', 'flag: K', 'flag: X');
    copy.remove('responses.yml');
    const files = new Set(faultsOf(copy.url, passAll).map((fault) => fault.split(':')[0]));
    expect([...files].sort()).toEqual(['ladder.yml', 'principles.yml', 'responses.yml']);
  });
});
