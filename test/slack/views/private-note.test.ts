import { describe, expect, it } from 'vitest';
import { privateNote } from '../../../src/slack/views/private-note.ts';
import { messageFaults } from '../../support/block-limits.ts';
import { KEY } from '../../support/builders.ts';
import { view } from '../../support/view-parts.ts';

const note = { removed: {}, doubts: [], hasFiles: false, place: KEY };
const shown = (over: Partial<typeof note>) =>
  JSON.stringify(privateNote({ ...note, ...over }, view));

describe('privateNote', () => {
  it('says which classes were removed, how many, and how to edit the message', () => {
    const text = shown({ removed: { name: 2, location: 1 } });
    expect(text).toContain('names (2), places (1)');
    expect(text).toContain('Edit message');
  });

  it.each([
    ['all-lower-case', 'without capitals'],
    ['quasi', 'rare enough'],
    ['low-confidence', 'not sure about some words'],
  ])('passes on the doubt %s', (doubt, words) => {
    expect(shown({ doubts: [doubt] as never })).toContain(words);
  });

  it('says that files are not opened', () => {
    expect(shown({ hasFiles: true })).toContain('cannot open files');
  });

  it.each([[note], [{ ...note, doubts: ['unheard-of'] as never }]])(
    'is not sent when there is nothing to say',
    (nothing) => {
      expect(privateNote(nothing, view)).toBeNull();
    },
  );

  it('stays within the limits with every class at once', () => {
    const classes = Object.keys(view.knowledge.taxonomy).length;
    const removed = Object.fromEntries(
      ['name', 'location', 'org', 'date', 'age90', 'phone', 'fax', 'email', 'ssn', 'mrn'].map(
        (name) => [name, classes],
      ),
    );
    const message = privateNote({ ...note, removed, doubts: ['quasi'], hasFiles: true }, view);
    expect(message && messageFaults(message)).toEqual([]);
  });
});
