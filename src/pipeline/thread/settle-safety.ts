import type { LabelStatus, SafetyLabel, SafetyScreen } from '../outcome.ts';
import { recallScreen, rememberScreen } from '../screened.ts';
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

/** What settling takes of the stages. */
interface Screening {
  readonly screen: (text: string) => SafetyScreen;
  readonly screenVersion: string;
  /** Ids of the standard responses for open and asked labels, most urgent first. */
  readonly responsesFor: (labels: readonly SafetyLabel[]) => readonly string[];
}

/** What the screen finds in the text of a turn, and the turn that remembers it. */
function look(turn: KeptTurn, { screen, screenVersion }: Screening) {
  const known = recallScreen(turn.text, turn.screened, screenVersion);
  if (known !== null) return { turn, seen: known };
  const seen = screen(turn.text).labels;
  const { screened: _, ...rest } = turn;
  const screened = rememberScreen(turn.text, seen, screenVersion);
  return { turn: screened === null ? rest : { ...rest, screened }, seen };
}

/** Labels of one turn: what its text shows, never below what the raw text showed at the door. */
function labelsOf({ turn, seen }: ReturnType<typeof look>): SafetyLabel[] {
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
 * author's own 'In hand' lowers it (clinical.md 7: a model or a rule never clears). A turn is screened
 * once and again whenever its text or the screen has changed; the case remembers what was found.
 */
export function settleSafety(
  kase: CaseThread,
  screening: Screening,
): { readonly kase: CaseThread; readonly safety: SafetyScreen } {
  const looked = kase.turns.map((turn) => look(turn, screening));
  const labels = merge(
    looked.flatMap((one) => labelsOf(one).map((label) => cleared(label, one.turn, kase))),
  );
  const has = (status: LabelStatus) => labels.some((label) => label.status === status);
  const status = has('open') ? 'open' : has('ask') ? 'ask' : 'clear';
  return {
    kase: { ...kase, turns: looked.map(({ turn }) => turn) },
    safety: { status, labels, responses: screening.responsesFor(labels) },
  };
}
