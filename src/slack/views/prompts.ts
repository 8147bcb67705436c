import { actions, type SlackMessage, section } from './blocks.ts';
import type { ViewParts } from './view-parts.ts';
import { formButton } from './way-buttons.ts';
import { welcomeMessage } from './welcome-message.ts';

/** Prompts Slack offers in the direct conversation, in this order; at most four. */
const PROMPTS = ['example', 'form', 'kept', 'about'] as const;
type Prompt = (typeof PROMPTS)[number];

/** Title and message of every prompt, as Slack takes them; pressing one sends its message to us. */
export function suggestedPrompts({ say }: Pick<ViewParts, 'say'>) {
  return PROMPTS.map((name) => {
    const message = say(`prompt.${name}`);
    return { title: message, message };
  });
}

const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z ]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Which prompt a message is, letter by letter but for signs and capitals; null for anything else. */
export function promptOf(text: string, { say }: Pick<ViewParts, 'say'>): Prompt | null {
  const asked = bare(text);
  return PROMPTS.find((name) => bare(say(`prompt.${name}`)) === asked) ?? null;
}

/** The fixed answer to a prompt. */
export function promptAnswer(prompt: Prompt, parts: Pick<ViewParts, 'say'>): SlackMessage {
  const { say } = parts;
  const form = actions('answer-buttons', [formButton(parts)]);
  const text = say('way.help.notify');
  if (prompt === 'about') return welcomeMessage(parts);
  if (prompt === 'form') {
    return {
      text: say('way.form.notify'),
      blocks: [section('answer', say('way.form.press')), form],
    };
  }
  const told = prompt === 'kept' ? [say('welcome.keep')] : [say('help.intro'), say('help.example')];
  return { text, blocks: [...told.map((line, n) => section(`answer-${n}`, line)), form] };
}
