import { pressHome } from '../home/press-home.ts';
import { followPage } from '../paging/have-it.ts';
import { followReview } from '../review/follow-review.ts';
import { correctTheReading } from './correct-reading.ts';
import { openWay } from './open-way.ts';
import type { PressRoute } from './press-route.ts';
import { rehearse } from './rehearse.ts';
import { share } from './share.ts';
import { typeInForm } from './type-in-form.ts';

/** Every feature that follows presses of its own; everything else is a button under a reply. */
export const PRESS_ROUTES: readonly PressRoute[] = [
  pressHome,
  followReview,
  followPage,
  openWay,
  rehearse,
  typeInForm,
  correctTheReading,
  share,
];
