import type { Claim } from '../language-model.ts';
import type { Assessment, Marker } from '../outcome.ts';

const MOST_CLAIMS = 10;
const MOST_QUOTES = 2;
/** Characters of one quoted passage; the whole account is there to be read. */
const LONGEST = 160;

const claim = ({ id, evidence }: Marker): Claim => ({
  id,
  evidence: evidence.filter((words) => words.length <= LONGEST).slice(0, MOST_QUOTES),
});

/**
 * What is put to the model to confirm or contest: the labels of the first reading, then those that
 * an earlier refined reading of this case held and whose words still stand in the account. What the
 * clinician has said is not put to a model.
 */
export function claimsOf(first: Assessment, earlier: Assessment | null): Claim[] {
  const own = first.reading.labels.filter(({ source }) => source !== 'clinician');
  const known = new Set(first.reading.labels.map(({ id }) => id));
  const before = (earlier?.reading.labels ?? []).filter(
    ({ id, source, contested, evidence }) =>
      !known.has(id) &&
      !contested &&
      (source === 'model' || source === 'both') &&
      evidence.some((words) => first.text.includes(words)),
  );
  return [...own, ...before].slice(0, MOST_CLAIMS).map(claim);
}
