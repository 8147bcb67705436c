import type { KnownBlock } from '@slack/types';
import type { Assessment } from '../../pipeline/outcome.ts';
import type { CaseThread } from '../../pipeline/thread/case-thread.ts';
import { type Compared, compareGuess } from '../../pipeline/thread/hypothesis/compare-guess.ts';
import { section } from './blocks.ts';
import { bold, lines, plain } from './markup.ts';
import { quote } from './quote.ts';
import type { ViewParts } from './view-parts.ts';

const QUOTE = 500;

function directionLine({ directions }: Compared, { say }: ViewParts): string {
  const { yours, ours } = directions;
  if (yours === 'none' || ours === 'none') return '';
  if (yours === ours)
    return say('hypothesis.same-direction', { direction: say(`direction.${ours}`) });
  const words = { yours: say(`direction.${yours}`), ours: say(`direction.${ours}`) };
  return say('hypothesis.other-direction', words);
}

/** Where the two seem to agree and differ, each in one sentence. */
function comparedLines(compared: Compared, parts: ViewParts): string[] {
  const { say, knowledge } = parts;
  const named = (key: string, ids: readonly string[]) =>
    ids.length === 0
      ? ''
      : say(key, {
          names: ids.map((id) => plain(knowledge.label(id).shown.seen, 100)).join('; '),
        });
  const said = [
    directionLine(compared, parts),
    named('hypothesis.both', compared.both),
    named('hypothesis.only-yours', compared.onlyYours),
    named('hypothesis.only-ours', compared.onlyOurs),
  ].filter((line) => line !== '');
  const [only] = said;
  const apart = compared.both.length === 0 && compared.onlyYours.length === 0;
  return apart && only !== undefined ? [...said, say('hypothesis.apart')] : said;
}

/** 'Side by side': the clinician's guess in their own words beside ours; nothing when there is none. */
export function sideBySideSection(
  { reading, formulation }: Assessment,
  { hypothesis, turns, author, followUp }: CaseThread,
  parts: ViewParts,
): KnownBlock[] {
  const turn = turns.findLast((each) => each.author === author);
  if (hypothesis?.state !== 'given' || turn === undefined || turn.text === '') return [];
  // It belongs to the first reading; what was told since is answered without it.
  if (turn.id !== hypothesis.turn || followUp.asked !== null) return [];
  const { say } = parts;
  const ours =
    formulation === null
      ? ''
      : say('hypothesis.ours', { text: plain(formulation.workingGuess, 500) });
  return [
    section(
      'side-by-side',
      lines([
        bold(say('hypothesis.heading')),
        say('hypothesis.yours', { quote: quote(turn.text, QUOTE) }),
        ours,
        ...comparedLines(compareGuess(hypothesis, reading), parts),
      ]),
    ),
  ];
}
