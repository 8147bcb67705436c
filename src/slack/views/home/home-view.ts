import type { HomeView, KnownBlock } from '@slack/types';
import { LIMITS } from '../../limits.ts';
import { context, section } from '../blocks.ts';
import type { ViewParts } from '../view-parts.ts';
import { type ClinicianHome, clinicianHome } from './home-cases.ts';
import { type OwnerHome, ownerHome } from './home-owner.ts';
import { type SupervisorHome, supervisorHome } from './home-queue.ts';

/** What one person sees, by what they are; null for a role they do not hold. */
export interface HomeFacts {
  readonly clinician: ClinicianHome;
  readonly supervisor: SupervisorHome | null;
  readonly owner: OwnerHome | null;
  /** True when a role could not be looked up just now. */
  readonly unchecked: boolean;
}

const divider = (id: string): KnownBlock => ({ type: 'divider', block_id: id });

/** The parts of several roles in one page, what waits for somebody first. */
function stacked({ clinician, supervisor, owner }: HomeFacts, parts: ViewParts): KnownBlock[][] {
  const own = clinicianHome(clinician, parts);
  const queue = supervisor === null ? [] : supervisorHome(supervisor, parts);
  const policy = owner === null ? [] : ownerHome(owner, parts);
  const waits = (supervisor?.counts.waiting ?? 0) > 0;
  const all = waits ? [queue, own, policy] : [own, queue, policy];
  return all.filter((blocks) => blocks.length > 0);
}

/**
 * The Home tab. It never shows a word of a case: a page can stand open on a screen while others look,
 * so there are only places, states and links.
 */
export function homeView(facts: HomeFacts, parts: ViewParts): HomeView {
  const { say } = parts;
  const blocks = stacked(facts, parts).flatMap((part, index) =>
    index === 0 ? part : [divider(`between-${index}`), ...part],
  );
  const top = [
    section('intro', say('home.intro')),
    ...(facts.owner?.policy.paused ? [section('paused', say('home.paused'))] : []),
    ...(facts.unchecked ? [context('unchecked', [say('home.unchecked')])] : []),
  ];
  const last = context('why', [say('home.only-states'), say('home.limits')]);
  return { type: 'home', blocks: [...top, ...blocks, last].slice(0, LIMITS.modalBlocks) };
}

/** One plain sentence in the place of everything else. `text` is one of the product's sentences. */
export const plainHome = (text: string): HomeView => ({
  ...{ type: 'home', blocks: [section('only', text)] },
});
