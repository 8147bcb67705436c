import type { z } from 'zod';
import type { RecordKind, Records } from '../../pipeline/records.ts';
import { digest } from './digest.ts';
import { feedback } from './feedback.ts';
import { installation, installState } from './installation.ts';
import { page } from './page.ts';
import { policy } from './policy.ts';
import { rehearsal, rehearsalPlace } from './rehearsal.ts';
import { review } from './review.ts';
import { settings } from './settings.ts';
import { shared } from './shared.ts';
import { trend } from './trend.ts';
import { trendCase } from './trend-case.ts';
import { trendPicture } from './trend-picture.ts';
import { welcome } from './welcome.ts';
import { wordOffer } from './word-offer.ts';

/** How each kind of record is stored. A kind without its shape does not compile. */
export const SHAPES: { readonly [Kind in RecordKind]: z.ZodType<Records[Kind]> } = {
  installation,
  'install-state': installState,
  policy,
  settings,
  welcome,
  shared,
  feedback,
  review,
  page,
  trend,
  'trend-case': trendCase,
  'trend-picture': trendPicture,
  digest,
  rehearsal,
  'rehearsal-place': rehearsalPlace,
  'word-offer': wordOffer,
};
