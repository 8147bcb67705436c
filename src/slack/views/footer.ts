import type { KnownBlock } from '@slack/types';
import type { Versions } from '../../pipeline/outcome.ts';
import type { CaseThread } from '../../pipeline/thread/case-thread.ts';
import { actId, type Does } from './act-id.ts';
import { actions, context } from './blocks.ts';
import { dateWords } from './date-words.ts';
import { plain } from './markup.ts';
import { removedWords, sumRemoved } from './removed-words.ts';
import type { ViewParts } from './view-parts.ts';

/** Which data made the reading, and when (milliseconds since the epoch). */
export function versionWords(
  versions: Versions,
  at: number,
  { say }: Pick<ViewParts, 'say'>,
): string {
  const version = plain(versions.rules, 40);
  const words = say('reply.footer.versions', { version, date: dateWords(at) });
  const model =
    versions.model === null ? say('reply.footer.rules-only') : plain(versions.model, 60);
  return `${words} ${model}`;
}

/** Identifiers removed in the whole case, by class. */
function removedLine(kase: CaseThread, { say }: Pick<ViewParts, 'say'>): string {
  const removed = removedWords(sumRemoved(kase.turns.map((turn) => turn.removed)), say);
  return removed === ''
    ? say('reply.footer.removed.none')
    : say('reply.footer.removed', { removed });
}

/** Buttons whose short text alone would not tell a screen reader what they do. */
const SAID: readonly Does[] = [
  'helpful',
  'not-helpful',
  'share',
  'delete',
  'as-read',
  'why',
  'both-sides',
  'all-options',
];

/** The small print of a reply and its last row of buttons. */
export function footer(
  kase: CaseThread,
  versions: Versions,
  does: readonly Does[],
  parts: ViewParts,
): KnownBlock[] {
  const { say } = parts;
  const named = (each: Does) => {
    const text = say(`button.${each}`);
    return each === kase.helpful ? `✓ ${text}` : text;
  };
  return [
    context('footer', [
      [
        removedLine(kase, parts),
        versionWords(versions, kase.lastAt, parts),
        say('reply.footer'),
      ].join(' '),
    ]),
    actions(
      'footer-buttons',
      does.map((each) => ({
        ...{ text: named(each), does: actId(each), value: kase.id },
        ...(SAID.includes(each) ? { says: say(`says.${each}`) } : {}),
      })),
    ),
  ];
}
