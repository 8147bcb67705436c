import { branchOf } from '../pipeline/rehearsal/branch-of.ts';
import { chooseLine } from '../pipeline/rehearsal/choose-line.ts';
import { type Rehearsal, rehearsalId } from '../pipeline/rehearsal/rehearsal.ts';
import type { CaseThread } from '../pipeline/thread/case-thread.ts';
import type { Begun } from '../slack/rehearsals.ts';
import { REHEARSAL_MS, type RehearsalParts } from './rehearsal-parts.ts';

const ONCE_MS = 24 * 60 * 60 * 1000;

/** True when safety stands in front of a case: then nobody is played. */
export const isUnsafe = ({ assessment, stillOpen }: CaseThread) =>
  assessment === null || assessment.safety.status !== 'clear' || stillOpen;

/** What the case shows, the clinician's own taps first, then the surest. */
function signsOf({ assessment, tapped }: CaseThread, { stages }: RehearsalParts) {
  const { labels = [], direction = 'none' } = assessment?.reading ?? {};
  const byConfidence = [...labels].sort((a, b) => b.confidence - a.confidence);
  const ids = [...new Set([...tapped, ...byConfidence.map(({ id }) => id)])];
  return { direction, labels: ids.map((id) => ({ id, family: stages.label(id).family })) } as const;
}

/** The voice of a teenager when the words offered for the case were for one. */
function voiceOf({ assessment }: CaseThread, { knowledge }: RehearsalParts): Rehearsal['voice'] {
  const shown = assessment?.suggestions.phrases.map(({ id }) => id) ?? [];
  const teen = knowledge.interventions.some(({ say }) =>
    say.some(({ id, voice }) => voice === 'teen' && shown.includes(id)),
  );
  return teen ? 'teen' : 'plain';
}

/** The rehearsal of a case as it begins, with the client's first words; null when nothing can be played. */
function drafted(kase: CaseThread, by: string, parts: RehearsalParts) {
  const signs = signsOf(kase, parts);
  const branch = branchOf(parts.played.branches, signs);
  const scene = branch?.scenes[branch.start];
  if (branch === null || scene === undefined) return null;
  const startedAt = parts.now();
  const labels = signs.labels.map(({ id }) => id);
  const voice = voiceOf(kase, parts);
  const line = chooseLine(scene, { labels, voice, used: [], seed: `${startedAt}` });
  const rehearsal: Rehearsal = {
    ...{ person: by, about: kase.key, caseId: kase.id, branch: branch.id, voice, labels },
    ...{ startedAt, turns: [], ended: null },
    opening: { scene: branch.start, line: line.id, words: null },
  };
  return { rehearsal, client: line.text };
}

/** Opens a rehearsal of a case; see `Rehearsals`. Nothing is left standing when it fails half-way. */
export function createBegin(parts: RehearsalParts) {
  const { store, records, voice } = parts;

  async function keep(team: string, id: string, rehearsal: Rehearsal): Promise<void> {
    const { person, about } = rehearsal;
    const ties = { people: [person], thread: about };
    const place = { person, about };
    await records.change({ team, kind: 'rehearsal-place', id }, () => place, {
      ...{ ...ties, ttlMs: parts.retentionMs },
    });
    await records.change({ team, kind: 'rehearsal', id }, () => rehearsal, {
      ...{ ...ties, ttlMs: REHEARSAL_MS },
    });
  }

  return async (kase: CaseThread, by: string, id: string): Promise<Begun> => {
    if (isUnsafe(kase)) return { kind: 'safety' };
    const drawn = kase.assessment?.suggestions.phrases.length ? drafted(kase, by, parts) : null;
    if (drawn === null) return { kind: 'nothing' };
    const claim = `rehearse:${id}`;
    if (!(await store.claim(claim, ONCE_MS))) return { kind: 'again' };
    const { team } = kase.key;
    try {
      const key = await voice.open(team, by, id, { kind: 'opening', client: drawn.client });
      await keep(team, rehearsalId(key), drawn.rehearsal).catch(async (error: unknown) => {
        await voice.remove(key);
        throw error;
      });
      return { kind: 'opened', key };
    } catch (error) {
      await store.release(claim);
      throw error;
    }
  };
}
