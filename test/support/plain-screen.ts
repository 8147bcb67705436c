import type { Screen } from '../../src/pipeline/safety/screen.ts';
import { clear, screened } from './builders.ts';

/**
 * A safety screen for tests that are about something else: open for one phrase, clear for the rest.
 * What the real one sees is tested beside it.
 */
export const plainScreen: Screen = (text) =>
  text.includes('kill herself')
    ? { ...screened({ evidence: ['kill herself'] }), responses: ['R-SUI'] }
    : clear;
