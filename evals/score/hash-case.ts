import { createHash } from 'node:crypto';
import type { SuiteCase } from '../suite.ts';

/** Tells whether two runs asked the same and expected the same: its name and tags do not count. Pure. */
export function hashCase({ turns, gates, expect }: SuiteCase): string {
  return createHash('sha256')
    .update(JSON.stringify([turns, gates, expect]))
    .digest('base64url')
    .slice(0, 16);
}
