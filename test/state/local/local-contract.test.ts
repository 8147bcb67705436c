import { describe, vi } from 'vitest';
import { driverContract } from '../contract/driver-contract.ts';
import { localHome } from '../homes.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

describe('local driver', () => driverContract(localHome));
