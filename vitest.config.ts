import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: { ...shared, name: 'unit', include: ['{sql,ingest,service,evals}/**/*.test.ts'] },
      },
      {
        test: { ...shared, name: 'browser', include: ['{sql,ingest,service,evals}/**/*.browser.ts'] },
      },
    ],
  },
});
