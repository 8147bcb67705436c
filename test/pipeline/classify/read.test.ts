import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { createReader } from '../../../src/pipeline/classify/read.ts';
import { loadReaderModel } from '../../../src/weights/load-reader-model.ts';
import { safe } from '../../support/builders.ts';

const read = createReader(loadKnowledge(), loadReaderModel());

const readRaw = (raw: string) => read(safe(raw));
const found = (raw: string) => {
  const { labels, candidates } = readRaw(raw);
  return [...labels, ...candidates].slice(0, 8).map(({ id }) => id);
};

describe('createReader', () => {
  it.each([
    [
      'wd-minimal-response',
      'Since the bank holiday he shrugs at whatever I ask. Long silences, one word when I press, and his eyes stay on the rug until we finish.',
    ],
    [
      'cf-complaint-therapist',
      'She told me I am cold and that I have never really listened to her. Her last therapist, she said, at least had a heart.',
    ],
    [
      'trg-missed-session-policy',
      'He was in an ambulance with his father on the day and I still billed him for the missed appointment. He paid and has been stiff with me since.',
    ],
    [
      'th-boredom',
      'I struggle to stay awake with this man. By twenty past I am planning supper and I have to read my notes to know what he told me.',
    ],
    [
      'imp-behavioural',
      'We agree small steps, she knows exactly what to do, and every week she comes back and none of it has been done. She goes back to the old habit by Monday.',
    ],
  ])('finds %s told in other words', (id, text) => {
    expect(found(text)).toContain(id);
  });

  it.each([
    ['a room question', 'Does anybody know who has the key for the meeting room on Friday?'],
    [
      'an announcement',
      'Reminder: the fire drill is on Tuesday at ten, please meet in the car park.',
    ],
    [
      'a good session',
      'Lovely session today. She laughed, cried a little, and we planned the last four weeks together.',
    ],
  ])('asserts nothing on %s', (_, text) => {
    expect(readRaw(text).labels).toEqual([]);
  });

  it('quotes its evidence verbatim, one sentence or two', () => {
    const text = safe(
      'She came in beaming. She said it was "totally fine" that I forgot her birthday. Then she told me how her ex left her, in the same sunny voice. I felt awful.',
    );
    const { labels, candidates } = read(text);
    for (const { evidence } of [...labels, ...candidates]) {
      expect(evidence).toHaveLength(1);
      expect(text).toContain(evidence[0]);
    }
  });

  it('offers at most eight and never what it asserts', () => {
    const { labels, candidates } = readRaw(
      'He arrives late every week and I am furious. He says therapy is a waste of money, that I only do it for the cash, and then he goes quiet and stares at the floor until the hour is over.',
    );
    expect(candidates.length).toBeLessThanOrEqual(8);
    const asserted = new Set(labels.map(({ id }) => id));
    expect(candidates.filter(({ id }) => asserted.has(id))).toEqual([]);
  });

  it('asks for more when a plea tells nothing', () => {
    expect(readRaw('Stuck with my client again. Any ideas please?').enoughInfo).toBe(false);
  });

  it('says nothing without weights', () => {
    const bare = createReader({ taxonomy: [] }, null);
    expect(bare(safe('She came late again and I said nothing.'))).toEqual({
      direction: 'none',
      enoughInfo: true,
      labels: [],
      candidates: [],
    });
  });

  it('reads any text and stays within its own words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (raw) => {
        const { labels, candidates } = readRaw(raw);
        for (const { confidence, evidence } of [...labels, ...candidates]) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          for (const part of evidence) expect(raw).toContain(part);
        }
      }),
      { numRuns: 60 },
    );
  });
});
