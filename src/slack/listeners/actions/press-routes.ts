import type { PressRoute } from './press-route.ts';

/** Every feature that follows presses of its own; everything else is a button under a reply. */
export const PRESS_ROUTES: readonly PressRoute[] = [];
