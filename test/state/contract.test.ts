import { describe } from 'vitest';
import { storeContract } from './contract/store-contract.ts';
import { localHome } from './homes.ts';

const DRIVERS = [{ name: 'local', start: localHome }];

describe.each(DRIVERS)('$name driver', ({ start }) => {
  describe('store', () => storeContract(start));
});
