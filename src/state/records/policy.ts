import { z } from 'zod';
import type { WorkingHours } from '../../pipeline/settings/working-hours.ts';
import {
  type SafetyContacts,
  DEFAULT_POLICY as UNTOLD,
  type WorkspacePolicy,
} from '../../pipeline/settings/workspace-policy.ts';
import { list, shape } from '../shape.ts';

const { contacts: nobody, workingHours: usual } = UNTOLD;
const word = z.string().nullable();
const words = list(z.string());

const contacts = shape<SafetyContacts>()({
  emergency: word.default(nobody.emergency),
  crisis: word.default(nobody.crisis),
  duty: word.default(nobody.duty),
});

const workingHours = shape<WorkingHours>()({
  days: list(z.number()).default(usual.days),
  from: z.number().default(usual.from),
  to: z.number().default(usual.to),
  zone: z.string().default(usual.zone),
});

/** What the owner of a workspace decided, as it is stored; what an older record lacks is the default. */
export const policy = shape<WorkspacePolicy>()({
  review: z.enum(['open', 'gate']).default(UNTOLD.review),
  supervisionChannel: word.default(UNTOLD.supervisionChannel),
  supervisorGroup: word.default(UNTOLD.supervisorGroup),
  supervisors: words.default(UNTOLD.supervisors),
  owners: words.default(UNTOLD.owners),
  onCall: words.default(UNTOLD.onCall),
  contacts: contacts.default(nobody),
  channels: words.nullable().default(UNTOLD.channels),
  retentionDays: z.number().nullable().default(UNTOLD.retentionDays),
  followUps: z.boolean().default(UNTOLD.followUps),
  digest: z.boolean().default(UNTOLD.digest),
  workingHours: workingHours.default(usual),
  remindAfterHours: z.number().default(UNTOLD.remindAfterHours),
  escalateAfterHours: z.number().default(UNTOLD.escalateAfterHours),
  paused: z.boolean().default(UNTOLD.paused),
});
