import type { PlacedResult } from './result-line.ts';

/**
 * Merges the cases of shards into the suite's order; each shard's are in it already. Holds one case of each at a time.
 *
 * @throws RangeError when two shards have the same case.
 */
export async function* mergeResults(
  shards: readonly AsyncIterable<PlacedResult>[],
): AsyncGenerator<PlacedResult> {
  const readers = shards.map((shard) => shard[Symbol.asyncIterator]());
  try {
    const heads = await Promise.all(readers.map((reader) => reader.next()));
    let last = -1;
    for (;;) {
      const first = indexOfFirst(heads);
      if (first === -1) return;
      const head = heads[first] as IteratorYieldResult<PlacedResult>;
      if (head.value.position <= last) {
        throw new RangeError(`case ${head.value.result.id} is in two shards, or its shard is not in order`);
      }
      last = head.value.position;
      yield head.value;
      heads[first] = await (readers[first] as AsyncIterator<PlacedResult>).next();
    }
  } finally {
    await Promise.all(readers.map((reader) => reader.return?.()));
  }
}

function indexOfFirst(heads: readonly IteratorResult<PlacedResult>[]): number {
  let first = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, head] of heads.entries()) {
    if (head.done || head.value.position >= least) continue;
    first = index;
    least = head.value.position;
  }
  return first;
}
