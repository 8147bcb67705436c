import type { CaseStore } from '../pipeline/ports.ts';
import { createAuditBook } from './audit-book.ts';
import { createCases } from './cases.ts';
import type { Desk } from './desk.ts';
import type { Engine } from './engine.ts';
import { removeBeside } from './remove-beside.ts';

/**
 * The case store over any shelf: seals, names and checks everything before a driver sees it.
 *
 * @param push wakes a thread that something due was appended to
 */
export function createStore(desk: Desk, push: Engine['push']): CaseStore {
  const { shelf, names, now } = desk;
  const cases = createCases(desk, push);
  return {
    ...cases,
    ...createAuditBook(desk),
    removeBeside: (owner) => removeBeside(desk, owner),
    async remove(key) {
      const beside = await removeBeside(desk, key);
      return (await cases.remove(key)) || beside > 0;
    },
    claim(id, ttlMs) {
      const at = now();
      return shelf.claim(names.claim(id), at, at + ttlMs);
    },
    release: (id) => shelf.release(names.claim(id)),
    close: () => shelf.close(),
  };
}
