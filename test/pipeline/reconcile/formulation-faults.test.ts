import { describe, expect, it } from 'vitest';
import { createFormulationFaults } from '../../../src/pipeline/reconcile/formulation-faults.ts';

const faults = createFormulationFaults({
  errors: (text) => (text.includes('needy') ? ['lr-needy'] : []),
  hedged: (text) => /perhaps|may/i.test(text),
});

describe('createFormulationFaults', () => {
  it.each([
    ['Perhaps they keep quiet to protect something.', 'workingGuess', []],
    ['They keep quiet to protect something.', 'workingGuess', ['fm-unhedged']],
    ['You named the fee and they went quiet.', 'moment', []],
    ['Perhaps a borderline pattern.', 'sides', ['fm-clinical']],
    ['Their medication may play a part.', 'frame', ['fm-clinical']],
    ['This may be wd-minimal-response.', 'moment', ['fm-code']],
    ['They may be needy.', 'sides', ['lr-needy']],
  ])('%s (%s): %o', (text, part, codes) => {
    expect(faults(text, [part])).toEqual(codes);
  });
});
