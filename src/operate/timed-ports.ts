import type { CaseStore, Delivery } from '../pipeline/ports.ts';
import { type Observe, observed } from './stage.ts';

/** The store with the length of its main steps told to `observe`. */
export function timedStore(store: CaseStore, observe: Observe): CaseStore {
  return {
    ...store,
    append: (...given) => observed(observe, 'store', () => store.append(...given)),
    enqueue: (...given) => observed(observe, 'store', () => store.enqueue(...given)),
    load: (key) => observed(observe, 'load', () => store.load(key)),
    commit: (...given) => observed(observe, 'store', () => store.commit(...given)),
  };
}

/** The delivery with the length of each answer's way into its thread told to `observe`. */
export function timedDelivery(delivery: Delivery, observe: Observe): Delivery {
  return {
    ...delivery,
    deliver: (...given) => observed(observe, 'deliver', () => delivery.deliver(...given)),
  };
}
