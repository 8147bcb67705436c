import { describe, expect, it } from 'vitest';
import { shownTexts } from '../../src/knowledge/check-shown.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const k = loadKnowledge(undefined, () => () => ({ pass: true, errors: [] }));
const shown = shownTexts(k);
const where = ({ entry, path }: { entry: object; path: readonly PropertyKey[] }) =>
  `${'id' in entry ? entry.id : 'words'} ${path.map(String).join('.')}`;
const breaking = (pattern: RegExp, from = shown) =>
  from.filter(({ text }) => pattern.test(text)).map((one) => `${where(one)}: ${one.text}`);

describe('shownTexts', () => {
  it('finds every text that people read', () => {
    expect(shown.length).toBeGreaterThan(1_000);
    expect(shown.map(where)).toEqual(
      expect.arrayContaining([
        'wd-denial shown.seen',
        'iv-refocus shown.watchFor.3',
        'co-peer shown.how',
        'sm-withdrawal states.W4-avoidance.shown.step',
        'sf-ipv question',
        'R-SUI steps.0',
        'in-risk ask',
        'cx-d-little-time shown',
        'words reply.footer',
      ]),
    );
  });

  it.each([
    ['bracketed references', /\[[A-Z]\w{0,8}\]|\bet al\b|\(\d{4}\)/],
    ['an id', /\b(?:wd|cf|mx|imp|pat|cau|trg|th|sf|iv|mp|sm|lr|ft|sg|cx|se)-[a-z]{3}|\bR-[A-Z]{2}/],
    ['a claim to detect', /rupture detected|detect(?:s|ed) (?:a )?rupture/i],
    ['certainty about the other', /\b(?:obviously|clearly|undoubtedly|the truth is)\b/i],
    ['the word anonymous or a legal claim', /\banonym|\bHIPAA\b/i],
    [
      'a verdict on safety',
      /\brisk is (?:low|small|minimal)\b|\bno risk\b|\b(?:client|patient|case) (?:is|looks?) safe\b/i,
    ],
    [
      'a code word of the trade',
      /\b(?:countertransference|transference|enactment|metacommunicat|alliance rupture|3RS)/i,
    ],
    ['shouting', /!/],
    ['two spaces, or a space at an end', /\s{2}|^\s|\s$/],
    ['a placeholder', /\b(?:todo|tbd|xxx|lorem)\b/i],
  ])('contain no %s', (_, pattern) => {
    expect(breaking(pattern)).toEqual([]);
  });

  it.each(k.language.map(({ id, avoid }) => [id, avoid]))(
    'contain nothing that %s avoids',
    (_, avoid) => {
      expect(breaking(new RegExp(`\\b(?:${avoid})\\b`, 'i'))).toEqual([]);
    },
  );

  it('claim nothing from research and give no figures where the source is not verified', () => {
    const unverified = shown.filter(({ flag }) => flag === 'K' || flag === 'V2');
    expect(unverified.length).toBeGreaterThan(100);
    expect(breaking(/\d|\b(?:stud(?:y|ies)|research|evidence|per ?cent)\b/i, unverified)).toEqual(
      [],
    );
  });

  it('are whole sentences wherever they are more than a heading, a button or a tap', () => {
    const headings = /[. ](?:seen|name|title)$|watchFor/;
    const sentences = shown.filter((one) => 'id' in one.entry && !headings.test(where(one)));
    const halves = sentences.filter(({ text }) => !/^[A-Z"'].*[.?]$/s.test(text));
    expect(halves.map(where)).toEqual([]);
  });
});

describe('taxonomy as shown', () => {
  it.each(k.taxonomy.map((label) => [label.id, label]))(
    'says %s in words to tap and to read',
    (_, label) => {
      const { seen, sentence, sense } = label.shown;
      expect(seen.length).toBeLessThanOrEqual(72);
      expect(seen.toLowerCase()).not.toBe(label.label.toLowerCase());
      expect(sentence).toMatch(/\b(?:may|might|guess|worth|makes us think|so far)\b/);
      expect(sense).toMatch(/\b(?:may|might|is|are|there|can|lies|comes|calls)\b/);
    },
  );

  it('gives every label its own tap, sentence and sense', () => {
    for (const field of ['seen', 'sentence', 'sense'] as const) {
      expect(new Set(k.taxonomy.map((label) => label.shown[field])).size).toBe(90);
    }
  });
});

describe('safety responses as shown', () => {
  const urgent = ['R-SUI', 'R-VIO', 'R-CHILD', 'R-ADULT', 'R-IPV', 'R-ACUTE', 'R-SELF'];

  it.each(urgent)('%s names the emergency number', (id) => {
    expect(k.responses.find((response) => response.id === id)?.steps.join(' ')).toContain(
      'emergency number',
    );
  });

  it.each([
    ['R-SUI', /does not put the idea/],
    ['R-SUI', /three months/],
    ['R-SUI', /not recommended/],
    ['R-IPV', /even without marks/],
    ['R-IPV', /couple sessions/],
    ['R-CHILD', /reasonable suspicion/],
    ['R-MIS', /responsibility lies with the therapist, always/],
    ['R-MIS', /not left without care/],
    ['R-STAFF', /do not meet alone/],
    ['R-ACUTE', /do not drive/],
    ['R-SELF', /do not stay alone/],
    ['R-ID', /edit or delete/],
  ])('%s keeps what matters: %s', (id, content) => {
    const steps = k.responses.find((response) => response.id === id)?.steps.join(' ');
    expect(steps).toMatch(content);
  });
});

describe('words', () => {
  it('name only slots in letters and close every brace', () => {
    const odd = Object.entries(k.words).filter(([, text]) =>
      /[{}]/.test(text.replace(/\{[a-z]{1,20}\}/gi, '')),
    );
    expect(odd).toEqual([]);
  });
});
