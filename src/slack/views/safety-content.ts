import type { KnownBlock } from '@slack/types';
import type { SafetyResponse } from '../../knowledge/knowledge.ts';
import type { SafetyScreen } from '../../pipeline/outcome.ts';
import { LIMITS } from '../limits.ts';
import { context, section } from './blocks.ts';
import { contactsSection } from './contacts-section.ts';
import { literal } from './literal.ts';
import { bold, bullet, lines } from './markup.ts';
import type { ViewParts } from './view-parts.ts';

/** Lines as sections; safety steps are never cut, they run on into a further section. */
function paged(id: string, all: readonly string[]): KnownBlock[] {
  const pages: string[] = [];
  for (const line of all) {
    const last = pages.at(-1);
    if (last !== undefined && last.length + line.length < LIMITS.sectionText) {
      pages[pages.length - 1] = `${last}\n${line}`;
    } else {
      pages.push(line);
    }
  }
  return pages.map((page, index) => section(`${id}-${index}`, page));
}

function responseBlocks(response: SafetyResponse): KnownBlock[] {
  return paged(`safety-${response.id}`, [
    bold(response.title),
    ...response.steps.map((step) => bullet(literal(step))),
  ]);
}

/** The one plain question to ask: that of the label, or the general one where several are possible. */
function questionsOf(safety: SafetyScreen, { say, knowledge }: ViewParts): string[] {
  const asked = safety.labels
    .filter(({ status }) => status === 'ask')
    .flatMap(({ id }) => knowledge.safety.find((rule) => rule.id === id)?.question ?? []);
  return new Set(asked).size > 1 ? [say('safety.ask.any')] : asked.slice(0, 1);
}

/**
 * The fixed safety content for a screen: what to check, then the standard responses in order of
 * urgency. Quotes nothing and says that it is standard practice (clinical.md 7).
 */
export function safetyContent(safety: SafetyScreen, parts: ViewParts): KnownBlock[] {
  const { say, knowledge } = parts;
  const responses = safety.responses.flatMap(
    (id) => knowledge.responses.find((response) => response.id === id) ?? [],
  );
  const intro = say(safety.status === 'ask' ? 'safety.intro.ask' : 'safety.intro.open');
  return [
    section('safety', lines([bold(say('reply.heading.safety')), intro])),
    ...paged(
      'safety-ask',
      questionsOf(safety, parts).map((question) => bold(question)),
    ),
    section('safety-local', say('safety.local')),
    ...contactsSection(parts),
    context('safety-source', [`${say('safety.not-graded')} ${say('safety.standard')}`]),
    ...responses.flatMap(responseBlocks),
  ];
}
