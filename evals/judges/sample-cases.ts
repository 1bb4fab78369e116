import { createHash } from 'node:crypto';
import type { PlacedCase } from '../run/run-suite.ts';

/**
 * Chooses so many cases of a suite, always the same ones: those with the least hashes of their ids. A case that is added or
 * removed exchanges one at most, and the shards of a run choose the same.
 */
export async function sampleCases(
  cases: AsyncIterable<PlacedCase>,
  suite: string,
  count: number,
): Promise<ReadonlySet<string>> {
  let least: { id: string; hash: string }[] = [];
  for await (const { case: entry } of cases) {
    least.push({ id: entry.id, hash: createHash('sha256').update(`${suite}\n${entry.id}`).digest('hex') });
    if (least.length >= 2 * count + 1_000) least = lowest(least, count);
  }
  return new Set(lowest(least, count).map(({ id }) => id));
}

function lowest<T extends { hash: string }>(entries: readonly T[], count: number): T[] {
  return [...entries].sort((a, b) => (a.hash < b.hash ? -1 : 1)).slice(0, count);
}
