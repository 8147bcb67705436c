import { defineConfig } from 'vitest/config';

/** Tests that start programs, browsers or databases; each of their files has a process of its own. */
const APART = [
  'test/{browser,commands,deploy,doctor,operate,state}/**/*.test.ts',
  'test/behaviour/state/**/*.test.ts',
  'test/behaviour/course/follow-up-restart.test.ts',
];

// The others keep nothing behind. They share two processes, and load the program once in each.
export default defineConfig({
  test: {
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'together', include: ['test/**/*.test.ts'], exclude: APART, isolate: false },
      },
      { extends: true, test: { name: 'apart', include: APART } },
    ],
  },
});
