import type { TestDatabase } from '../../sql/testing/open-test-database.ts';

/** The environment in which a command finds a test's database. */
export function envOf({ options }: TestDatabase): Record<string, string> {
  return options.url === null ? { AISLE_DATA: options.dataDir } : { DATABASE_URL: options.url };
}
