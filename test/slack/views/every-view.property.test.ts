import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERY_VIEW } from '../../support/views/every-view.ts';
import { viewFaults } from '../../support/views/view-faults.ts';

const FOLDER = 'src/slack/views/';
/** A function that makes a whole message, modal or Home tab; what makes blocks only is part of one. */
const MAKES_VIEW = /\): (?:SlackMessage|ModalView|HomeView)(?: \| null)? (?:\{|=>)/;
/** The frame that every modal is put together in. */
const FRAMES = ['modal'];

const files = globSync(`${FOLDER}**/*.ts`)
  .filter((file) => MAKES_VIEW.test(readFileSync(file, 'utf8')))
  .map((file) => file.slice(FOLDER.length, -'.ts'.length))
  .filter((name) => !FRAMES.includes(name));

describe('every view of the product', () => {
  it('stands in the table, so that a new one is tried as well', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(files.filter((name) => !(name in EVERY_VIEW))).toEqual([]);
    expect(Object.keys(EVERY_VIEW).filter((name) => !files.includes(name))).toEqual([]);
  });

  it.each(Object.keys(EVERY_VIEW))(
    '%s stays within every limit of Slack and lets no text come alive, whatever it holds',
    (name) => {
      const views = EVERY_VIEW[name] ?? fc.constant([]);
      fc.assert(
        fc.property(views, (all) => {
          expect(all.flatMap((each) => (each === null ? [] : viewFaults(each)))).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
  );
});
