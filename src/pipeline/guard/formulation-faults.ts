import { compileList } from './compile-pattern.ts';
import type { Lint } from './lint.ts';

/** Rules for what is said to a client that do not hold for a sentence the clinician reads. */
const FOR_SPEECH: ReadonlySet<string> = new Set([
  'mp-subjective',
  'mp-own-part',
  'mp-invite',
  'mp-no-parallel',
  'ft-parallel',
  'ft-multi-question',
  'ft-interrogation',
]);
/** Parts that are guesses and must sound like it. */
const GUESSES: ReadonlySet<string> = new Set(['sides', 'workingGuess']);

const THEY = '(?:(?:the|your|this) (?:client|patient|couple|family)|he|she|they)';
const INNER =
  '(?:feels?|felt|wants?|wanted|needs?|needed|fears?|feared|believes?|believed|thinks?|thought|hates?|loves?|resents?|hopes?|wishes|knows?|(?:is|are|was|were) (?:angry|afraid|scared|ashamed|hurt|sad|jealous|testing|punishing|hiding|anxious|disappointed|lonely|envious))';
const UNHEDGED = new RegExp(`\\b${THEY}(?: \\w{1,12}){0,2} ${INNER}\\b`, 'i');
/** What the clinician told, or what would be seen, is no claim about an inner life. */
const REPORTED = /\b(?:said|says|told|tells|wrote|writes|if|when|whether|you describe|as you)\b/i;
const CLINICAL =
  /\b(?:disorders?|diagnos\w{0,8}|borderline|narcissis\w{0,6}|psychotic|psychosis|bipolar|schizo\w{0,10}|histrionic|antisocial|sociopath\w{0,4}|psychopath\w{0,4}|medication|antidepressants?|ssris?|prescri\w{0,6}|dosage|\d{1,4} ?mg)\b/i;
const IDS = /\b(?:wd|cf|mx|imp|pat|cau|trg|th|sf|iv|mp|lr|ft)-[a-z]{2,}/i;

/** Builds the check of a formulation's sentences; `part` is the name of the part they stand in. */
export type FormulationFaults = (text: string, part: string) => readonly string[];

/**
 * A formulation is read by the clinician, not said to the client: no blame, no diagnosis, nothing
 * certain about anybody's inner life, no code words, and guesses that sound like guesses.
 *
 * @param lint the guard of phrases, of which the rules for speech are left out
 * @param lexicons word lists of the guard; `HEDGE` is used
 */
export function createFormulationFaults(
  lint: Lint,
  lexicons: Readonly<Record<string, string>>,
): FormulationFaults {
  const hedge = compileList(lexicons.HEDGE ?? '(?!)', lexicons);
  return (text, part) => {
    const plain = text.replace(/[’‘]/g, "'").toLowerCase();
    const sentences = plain.split(/(?<=[.!?])\s+/);
    const bold = sentences.some(
      (said) => UNHEDGED.test(said) && !hedge.test(said) && !REPORTED.test(said),
    );
    const found: readonly (readonly [string, boolean])[] = [
      ['fm-clinical', CLINICAL.test(plain)],
      ['fm-code', IDS.test(plain)],
      ['fm-unhedged', bold || (GUESSES.has(part) && !hedge.test(plain))],
    ];
    const own = found.filter(([, is]) => is).map(([code]) => code);
    return [...own, ...lint(text).errors.filter((id) => !FOR_SPEECH.has(id))];
  };
}
