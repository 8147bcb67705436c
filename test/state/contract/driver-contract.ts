import { describe } from 'vitest';
import type { Home } from '../homes.ts';
import { alarmsContract } from './alarms-contract.ts';
import { privacyContract } from './privacy-contract.ts';
import { queueContract } from './queue-contract.ts';
import { recordsContract } from './records-contract.ts';
import { storeContract } from './store-contract.ts';

/** What every driver promises. */
export function driverContract(start: () => Promise<Home>): void {
  describe('store', () => storeContract(start));
  describe('queue', () => queueContract(start));
  describe('privacy', () => privacyContract(start));
  describe('records', () => recordsContract(start));
  describe('alarms', () => alarmsContract(start));
}
