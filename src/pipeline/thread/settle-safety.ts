import type { LabelStatus, SafetyLabel, SafetyScreen } from '../outcome.ts';
import type { CaseThread, KeptTurn } from './case-thread.ts';

/** From what asks for most to what asks for least. */
const URGENCY: readonly LabelStatus[] = [
  'open',
  'ask',
  'in-hand',
  'history',
  'hypothetical',
  'other',
  'negated',
  'figurative',
];
const moreUrgent = (a: LabelStatus, b: LabelStatus) =>
  URGENCY.indexOf(a) <= URGENCY.indexOf(b) ? a : b;

/** Labels of one turn: what its text shows, never below what the raw text showed at the door. */
function ofTurn(turn: KeptTurn, screen: (text: string) => SafetyScreen): SafetyLabel[] {
  const seen = screen(turn.text).labels;
  const raised = turn.flags
    .filter((flag) => !seen.some((label) => label.id === flag.id))
    .map((flag): SafetyLabel => ({ ...flag, evidence: [], source: 'rules' }));
  const lifted = seen.map((label) => {
    const flag = turn.flags.find((other) => other.id === label.id);
    return flag ? { ...label, status: moreUrgent(label.status, flag.status) } : label;
  });
  return [...lifted, ...raised];
}

/** The author's 'In hand' covers what was told before it; the same matter told again is open again. */
function cleared(label: SafetyLabel, turn: KeptTurn, kase: CaseThread): SafetyLabel {
  const hand = kase.inHand.find((kept) => kept.id === label.id);
  const covered = hand !== undefined && turn.at <= hand.at;
  const { status } = label;
  const live = status === 'open' || status === 'ask';
  return covered && live ? { ...label, status: 'in-hand', raised: status } : label;
}

const raisedOf = ({ raised }: SafetyLabel) => (raised === undefined ? {} : { raised });

function merge(labels: readonly SafetyLabel[]): SafetyLabel[] {
  const byId = new Map<string, SafetyLabel>();
  for (const label of labels) {
    const before = byId.get(label.id);
    byId.set(
      label.id,
      before
        ? {
            ...(before.raised === 'open' ? before : { ...before, ...raisedOf(label) }),
            status: moreUrgent(before.status, label.status),
            evidence: [...new Set([...before.evidence, ...label.evidence])],
          }
        : label,
    );
  }
  return [...byId.values()].sort((a, b) => URGENCY.indexOf(a.status) - URGENCY.indexOf(b.status));
}

/**
 * The safety standing of a whole case: every turn is screened, the highest status wins, and only the
 * author's own 'In hand' lowers it (clinical.md 7: a model or a rule never clears).
 *
 * @param responsesFor ids of the standard responses for open and asked labels, most urgent first
 */
export function settleSafety(
  kase: CaseThread,
  screen: (text: string) => SafetyScreen,
  responsesFor: (labels: readonly SafetyLabel[]) => readonly string[],
): SafetyScreen {
  const labels = merge(
    kase.turns.flatMap((turn) => ofTurn(turn, screen).map((label) => cleared(label, turn, kase))),
  );
  const has = (status: LabelStatus) => labels.some((label) => label.status === status);
  const status = has('open') ? 'open' : has('ask') ? 'ask' : 'clear';
  return { status, labels, responses: responsesFor(labels) };
}
