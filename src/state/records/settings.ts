import { z } from 'zod';
import {
  LENSES,
  type PersonSettings,
  DEFAULT_SETTINGS as UNTOLD,
} from '../../pipeline/settings/person-settings.ts';
import { shape } from '../shape.ts';

/** What a clinician has chosen, as it is stored; what an older record does not hold is the default. */
export const settings = shape<PersonSettings>()({
  lens: z.enum(LENSES).nullable().default(UNTOLD.lens),
  hypothesisFirst: z.boolean().default(UNTOLD.hypothesisFirst),
  followUps: z.boolean().default(UNTOLD.followUps),
  wordOffers: z.boolean().default(UNTOLD.wordOffers),
});
