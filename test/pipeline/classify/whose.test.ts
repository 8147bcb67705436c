import { describe, expect, it } from 'vitest';
import { whoseOf } from '../../../src/pipeline/classify/whose.ts';

describe('whoseOf', () => {
  it.each([
    ['wd-denial', 'patient'],
    ['th-anger', 'therapist'],
    ['trg-fee-billing', 'frame'],
    ['trg-empathic-failure', 'therapist'],
    ['cau-enactment', 'both'],
    ['imp-emotional', 'patient'],
    ['pat-repetitive-loop', 'both'],
  ])('%s is %s', (id, whose) => {
    expect(whoseOf(id)).toBe(whose);
  });
});
