import type {
  ClassifyInput,
  Dialogues,
  PlayInput,
  PromptId,
  SuggestInput,
} from '../pipeline/language-model.ts';

const SLOT = /\{\{(\w{1,40})\}\}/g;
const list = (lines: readonly string[]) => (lines.length > 0 ? lines.join('\n') : 'none');
const quoted = (quotes: readonly string[]) => quotes.map((quote) => `"${quote}"`).join(' … ');

function classifySlots(input: ClassifyInput): Record<string, string> {
  return {
    account: input.account,
    claims: list(input.claims.map(({ id, evidence }) => `${id}: ${quoted(evidence)}`)),
    raised: input.raised.length > 0 ? input.raised.join(', ') : 'none',
  };
}

function suggestSlots(input: SuggestInput): Record<string, string> {
  return {
    account: input.account,
    direction: input.direction,
    markers: list(
      input.markers.map(({ id, whose, evidence }) => `${id} (${whose}): ${quoted(evidence)}`),
    ),
    offers: list(
      input.offers.map(
        ({ intervention, name, fits, example }) =>
          `${intervention}: ${name}. ${fits} Library wording: "${example}"`,
      ),
    ),
    wish: input.wish,
    faults: list(input.faults.map(({ of, said }) => `${of}: ${said.join(' ')}`)),
  };
}

function rehearseSlots(input: PlayInput): Record<string, string> {
  return {
    account: input.account,
    talk: list(
      input.talk.flatMap(({ client, said }) => [
        ...(said === null ? [] : [`Therapist: ${said}`]),
        `Client: ${client}`,
      ]),
    ),
    said: input.said,
    direction: input.direction,
    landing: input.landing,
    stands: input.stands,
    example: input.example,
    aim: input.aim,
    faults: list(input.faults.map(({ of, said }) => `${of}: ${said.join(' ')}`)),
  };
}

const SLOTS: { [P in PromptId]: (input: Dialogues[P]['input']) => Record<string, string> } = {
  classify: classifySlots,
  suggest: suggestSlots,
  rehearse: rehearseSlots,
};

/**
 * The part of a request that changes with the case. The fence is a fresh random token that stands in
 * the marks around everything a user wrote; should the text hold it, it is taken out.
 */
export function fillCase<P extends PromptId>(
  prompt: P,
  template: string,
  input: Dialogues[P]['input'],
  fence: string,
): string {
  const slots = SLOTS[prompt](input);
  return template
    .trim()
    .replace(SLOT, (_, name: string) =>
      name === 'fence' ? fence : (slots[name] ?? '').replaceAll(fence, ''),
    );
}
