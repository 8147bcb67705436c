import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asReadModal } from '../../../src/slack/views/as-read-modal.ts';
import { correctionModal, readWords } from '../../../src/slack/views/correction-modal.ts';
import { editModal } from '../../../src/slack/views/edit-modal.ts';
import { pieces } from '../../../src/slack/views/pieces.ts';
import { placeValue, readPlaceValue } from '../../../src/slack/views/place-value.ts';
import { previewNote } from '../../../src/slack/views/preview-note.ts';
import { messageFaults, modalFaults } from '../../support/block-limits.ts';
import { KEY, safe } from '../../support/builders.ts';
import { view } from '../../support/view-parts.ts';

const TURN = 'abcdefghijklmnopqrstuv';
const texts = fc.oneof(
  fc.string({ maxLength: 500 }),
  fc.string({ unit: fc.constantFrom('&', '<', '😀', ' ', '*', 'a', '.', '\n'), maxLength: 9_000 }),
  fc.constantFrom('x'.repeat(40_000), '&'.repeat(40_000), 'word & word. '.repeat(3_000), ''),
);
const doubts = ['all-lower-case', 'quasi', 'low-confidence'];

describe('views of one’s own words', () => {
  it('stay within every limit of Slack, whatever the text', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, held) => {
        const written = { turn: TURN, ts: KEY.thread, at: 0, text: safe(text), held };
        const waits = { turn: TURN, text: safe(text), removed: { name: 2 }, doubts };
        const modals = [
          asReadModal(KEY, [written, { ...written, at: 1 }], view),
          editModal(KEY, waits, view),
          correctionModal('missed', KEY, view),
          correctionModal('not-identifier', KEY, view),
        ];
        expect(modals.flatMap(modalFaults)).toEqual([]);
        expect(messageFaults(previewNote({ ...waits, hasFiles: true }, KEY, view))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('say so when a preview is too long to show whole', () => {
    const text = safe('She said nothing at all. '.repeat(800));
    const note = { turn: TURN, text, removed: {}, doubts: [], hasFiles: false };
    expect(JSON.stringify(previewNote(note, KEY, view))).toContain(view.say('slack.preview.more'));
  });
});

describe('pieces', () => {
  it('keep every letter and stay short enough', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 10, max: 3_000 }), (text, max) => {
        const cut = pieces(text, max);
        const letters = (all: string) => all.replace(/\s+/g, '');
        expect(letters(cut.join(''))).toBe(letters(text));
        expect(cut.filter((piece) => piece.length > max || piece === '')).toEqual([]);
      }),
    );
  });

  it('end behind a line or a sentence where there is one', () => {
    expect(pieces('One two three. Four five six seven.', 20)).toEqual([
      'One two three.',
      'Four five six seven.',
    ]);
  });
});

describe('placeValue', () => {
  it.each([[undefined], [TURN]])('is read back with turn %s', (turn) => {
    expect(readPlaceValue(placeValue(KEY, turn))).toEqual({
      ...{ channel: KEY.channel, thread: KEY.thread, turn: turn ?? null },
    });
  });

  it.each([
    '',
    'C01',
    'C01 x',
    'c01 1.2',
    'C01 1.2 short',
    `C01 1.2 ${'x'.repeat(80)}`,
    'C01 1.2 a b',
  ])('reads nothing in %j', (bad) => {
    expect(readPlaceValue(bad)).toBeNull();
  });
});

describe('readWords', () => {
  it.each([
    ['Danielle\nHarbor House', ['Danielle', 'Harbor House']],
    [' Danielle , Foster;x', ['Danielle', 'Foster']],
    ['a\n\n', []],
    [`${'x'.repeat(81)}\nok`, ['ok']],
    ['ab,ab,ab', ['ab']],
  ])('of %j are %j', (typed, words) => {
    expect(readWords(typed)).toEqual(words);
  });

  it('are ten at most', () => {
    expect(readWords(Array.from({ length: 30 }, (_, at) => `word${at}`).join())).toHaveLength(10);
  });
});
