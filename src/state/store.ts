import type { CaseStore } from '../pipeline/ports.ts';
import { createAuditBook } from './audit-book.ts';
import { createCases } from './cases.ts';
import type { Desk } from './desk.ts';

/** The case store over any shelf: seals, names and checks everything before a driver sees it. */
export function createStore(desk: Desk): CaseStore {
  const { shelf, names, now } = desk;
  return {
    ...createCases(desk),
    ...createAuditBook(desk),
    claim(id, ttlMs) {
      const at = now();
      return shelf.claim(names.claim(id), at, at + ttlMs);
    },
    release: (id) => shelf.release(names.claim(id)),
    close: () => shelf.close(),
  };
}
