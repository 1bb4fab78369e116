import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// DATABASE_URL makes the same tests run on that PostgreSQL server, each file in a database of its own.
const provide = { databaseUrl: process.env.DATABASE_URL || null };
const shared = {
  // A limit for what hangs, not for what is slow: a busy machine may take ten times as long.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  provide,
  globalSetup: ['sql/testing/global-setup.ts'],
  setupFiles: ['sql/testing/seed-properties.ts'],
};

export default defineConfig({
  test: {
    // One more than the cores: most tests wait for a database or a child process.
    maxWorkers: availableParallelism() + 1,
    projects: [
      // Modules keep no state of a test's, so a worker reads them (and the word lists) once, not once a file.
      {
        test: {
          ...shared,
          name: 'unit',
          isolate: false,
          include: ['{sql,ingest,service,evals}/**/*.test.ts'],
        },
      },
      // A browser takes its time to start, the more so beside others.
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['{sql,ingest,service,evals}/**/*.browser.ts'],
        },
      },
    ],
  },
});
