import { describe, expect, it } from 'vitest';
import type { Direction } from '../../../src/pipeline/outcome.ts';
import { settleDirection } from '../../../src/pipeline/reconcile/settle-direction.ts';
import { label, marker, reading } from '../../support/builders.ts';

const family = (id: string) => label(id).family;
const settle = (
  first: Direction,
  direction: Direction,
  over: { quoted?: boolean; backed?: string[]; tapped?: string[] } = {},
) =>
  settleDirection(
    reading({
      direction: first,
      labels: (over.tapped ?? []).map((id) => marker(id, { source: 'clinician' })),
    }),
    {
      direction,
      quoted: over.quoted ?? false,
      backed: (over.backed ?? []).map((id) => marker(id, { source: 'model' })),
    },
    family,
  );

describe('settleDirection', () => {
  it('follows the model when it has quoted for it', () => {
    expect(settle('none', 'confrontation', { quoted: true })).toBe('confrontation');
  });

  it('follows the model when a verified marker speaks for it', () => {
    expect(settle('none', 'withdrawal', { backed: ['wd-denial'] })).toBe('withdrawal');
  });

  it('goes by what was shown when the word has nothing to stand on', () => {
    expect(settle('none', 'confrontation', { backed: ['wd-denial'] })).toBe('withdrawal');
    expect(settle('none', 'none', { backed: ['wd-denial', 'cf-defends-self'] })).toBe('mixed');
  });

  it('keeps the first direction when nothing was shown at all', () => {
    expect(settle('withdrawal', 'confrontation')).toBe('withdrawal');
  });

  it('believes none where nothing else was shown', () => {
    expect(settle('withdrawal', 'none', { backed: ['imp-emotional'] })).toBe('none');
  });

  it("lets the clinician's own taps decide", () => {
    const over = { quoted: true, tapped: ['wd-denial'] };
    expect(settle('withdrawal', 'confrontation', over)).toBe('withdrawal');
  });
});
