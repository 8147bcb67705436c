import { actions, type SlackMessage, section } from './blocks.ts';
import { bullet, lines } from './markup.ts';
import type { ViewParts } from './view-parts.ts';
import { exampleButton, formButton } from './way-buttons.ts';

const COMMANDS = ['new', 'mine', 'settings', 'status', 'forget'] as const;

/** What the command can do, and where a case is brought. */
export function helpMessage(parts: Pick<ViewParts, 'say'>): SlackMessage {
  const { say } = parts;
  const commands = COMMANDS.map((name) => bullet(say(`way.help.${name}`)));
  return {
    text: say('way.help.notify'),
    blocks: [
      section('help-how', say('home.how')),
      section('help-commands', lines([say('way.help.commands'), ...commands])),
      section('help-cases', say('way.help.cases-elsewhere')),
      actions('help-buttons', [formButton(parts), exampleButton(parts)]),
    ],
  };
}
