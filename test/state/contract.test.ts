import { describe } from 'vitest';
import { privacyContract } from './contract/privacy-contract.ts';
import { queueContract } from './contract/queue-contract.ts';
import { storeContract } from './contract/store-contract.ts';
import { localHome } from './homes.ts';

const DRIVERS = [{ name: 'local', start: localHome }];

describe.each(DRIVERS)('$name driver', ({ start }) => {
  describe('store', () => storeContract(start));
  describe('queue', () => queueContract(start));
  describe('privacy', () => privacyContract(start));
});
