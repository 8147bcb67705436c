import { z } from 'zod';
import type { Installation, InstallState } from '../../pipeline/installation.ts';
import { shape } from '../shape.ts';

const text = z.string();

/** An install with its token, as it is stored. */
export const installation = shape<Installation>()({
  install: text,
  team: text.nullable(),
  enterprise: text.nullable(),
  botUser: text,
  bot: text.nullable(),
  token: text,
  refreshToken: text.nullable(),
  expiresAt: z.number().nullable(),
  installedAt: z.number(),
});

/** An install that was begun, as it is stored. */
export const installState = shape<InstallState>()({ at: z.number() });
