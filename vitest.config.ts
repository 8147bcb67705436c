import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that start programs, browsers or databases; each of their files has a process of its own. */
const APART = [
  'test/{browser,commands,deploy,doctor,operate,state}/**/*.test.ts',
  'test/behaviour/state/**/*.test.ts',
  'test/behaviour/course/follow-up-restart.test.ts',
];
const CORES = availableParallelism();

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        // They keep nothing behind: a process a core loads the program once for all of them.
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: APART,
          isolate: false,
          maxWorkers: CORES,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // They wait more than they work: one more of them at a time than there are cores.
        extends: true,
        test: {
          name: 'apart',
          include: APART,
          maxWorkers: CORES + 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
