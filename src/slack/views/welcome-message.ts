import { actions, header, type SlackMessage, section } from './blocks.ts';
import type { ViewParts } from './view-parts.ts';
import { exampleButton, formButton } from './way-buttons.ts';

/** What a person is told once, on first contact: what this is, what it is not, and what is kept. */
export function welcomeMessage(parts: Pick<ViewParts, 'say'>): SlackMessage {
  const { say } = parts;
  return {
    text: say('welcome.notify'),
    blocks: [
      header('welcome', say('welcome.title')),
      section('welcome-is', say('welcome.is')),
      section('welcome-not', say('welcome.not')),
      section('welcome-keep', say('welcome.keep')),
      section('welcome-where', say('welcome.where')),
      actions('welcome-buttons', [formButton(parts), exampleButton(parts)]),
    ],
  };
}
