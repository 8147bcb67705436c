import type { ModalView } from '@slack/types';
import {
  DEFAULT_SETTINGS,
  LENSES,
  type PersonSettings,
} from '../../pipeline/settings/person-settings.ts';
import { checksOf, type FormValues, optionOf } from '../form-values.ts';
import { section } from './blocks.ts';
import { checksInput, selectInput } from './inputs.ts';
import { modal } from './modal.ts';
import { plainButton } from './plain-button.ts';
import type { ViewParts } from './view-parts.ts';

/** `callback_id` of a person's own settings. */
export const SETTINGS_MODAL = 'settings';

const SWITCHES = ['hypothesisFirst', 'followUps', 'wordOffers'] as const;
const NO_LENS = 'plain';

/** What a person can choose for themselves, with what they have chosen so far. */
export function settingsModal(settings: PersonSettings, parts: Pick<ViewParts, 'say'>): ModalView {
  const { say } = parts;
  const lenses = [NO_LENS, ...LENSES].map((value) => ({
    ...{ value, text: say(`settings.lens.${value}`) },
  }));
  const lens = {
    ...{ id: 'lens', label: say('settings.lens.label'), hint: say('settings.lens.hint') },
  };
  const switches = { id: 'switches', label: say('settings.switches.label') };
  return {
    ...modal(
      'settings.title',
      [
        section('intro', say('settings.intro')),
        selectInput(lens, lenses, settings.lens ?? NO_LENS),
        checksInput(
          switches,
          SWITCHES.map((value) => ({ value, text: say(`settings.${value}`) })),
          SWITCHES.filter((each) => settings[each]),
        ),
      ],
      parts,
    ),
    callback_id: SETTINGS_MODAL,
    close: plainButton(say('button.cancel')),
    submit: plainButton(say('button.save')),
  };
}

/** What was chosen. */
export function readSettings(values: FormValues): PersonSettings {
  const lens = optionOf(values, 'lens');
  const on = checksOf(values, 'switches');
  const switched = Object.fromEntries(SWITCHES.map((each) => [each, on.includes(each)]));
  return {
    ...{ ...DEFAULT_SETTINGS, ...switched },
    lens: LENSES.find((each) => each === lens) ?? null,
  };
}
