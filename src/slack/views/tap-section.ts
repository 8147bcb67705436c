import type { KnownBlock } from '@slack/types';
import type { Family } from '../../knowledge/knowledge.ts';
import type { Candidate } from '../../pipeline/outcome.ts';
import type { CaseThread } from '../../pipeline/thread/case-thread.ts';
import { actId } from './act-id.ts';
import { actions, choice, context, section } from './blocks.ts';
import { literal } from './literal.ts';
import { bold, lines, plain } from './markup.ts';
import type { ViewParts } from './view-parts.ts';

const MOST = 8;

/** Groups of the taps in the order they are shown. */
const GROUPS: readonly Family[] = [
  'withdrawal',
  'confrontation',
  'mixed',
  'impasse-type',
  'impasse-course',
  'trigger',
  'cause',
  'therapist-side',
];

interface Tap {
  readonly id: string;
  readonly tapped: boolean;
}

/** What was tapped stays to be taken back; what is offered follows, best first; at most eight. */
function tapsOf(kase: CaseThread, candidates: readonly Candidate[]): Tap[] {
  const offered = candidates
    .map(({ id }) => id)
    .filter((id) => !kase.tapped.includes(id) && !kase.refused.includes(id));
  return [
    ...kase.tapped.map((id) => ({ id, tapped: true })),
    ...offered.map((id) => ({ id, tapped: false })),
  ].slice(0, MOST);
}

/** One candidate in full words with a short button, because Slack cuts long buttons on phones. */
function tapRow({ id, tapped }: Tap, kase: CaseThread, { say, knowledge }: ViewParts): KnownBlock {
  const { seen } = knowledge.label(id).shown;
  return choice(`tap-${id}`, plain(seen, 160), {
    text: say(tapped ? 'slack.tap.seen' : 'slack.tap.see'),
    does: actId(tapped ? 'untap' : 'tap', id),
    value: kase.id,
    primary: tapped,
    says: say(tapped ? 'slack.tap.take-back' : 'slack.tap.take', { seen }),
  });
}

/** 'Which of these did you see?' by group, one tap each; nothing when there is nothing to offer. */
export function tapSection(
  kase: CaseThread,
  candidates: readonly Candidate[],
  parts: ViewParts,
): KnownBlock[] {
  const { say, knowledge } = parts;
  const taps = tapsOf(kase, candidates);
  if (taps.length === 0) return [];
  const groups = GROUPS.flatMap((family) => {
    const own = taps.filter(({ id }) => knowledge.label(id).family === family);
    if (own.length === 0) return [];
    return [
      context(`taps-${family}`, [literal(say(`family.${family}`))]),
      ...own.map((tap) => tapRow(tap, kase, parts)),
    ];
  });
  const none = { text: say('button.none-of-these'), does: actId('none-of-these'), value: kase.id };
  const open = taps.some(({ tapped }) => !tapped);
  return [
    section('taps', lines([bold(say('reply.heading.candidates')), say('reply.candidates.help')])),
    ...groups,
    ...(open ? [actions('taps-none', [none])] : []),
  ];
}
