import { createHash } from 'node:crypto';

/** A part of every suite: the `index`-th, from 1, of `of` parts. */
export interface Shard {
  index: number;
  of: number;
}

/** More machines than this do not make a run faster; a shard would often be empty. */
const MOST_SHARDS = 1000;

/** @throws RangeError for anything but `2/4`: a whole number from 1 up to the second one. */
export function parseShard(text: string): Shard {
  const [, index, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (index === undefined || of === undefined || index < 1 || index > of || of > MOST_SHARDS) {
    throw new RangeError(
      `expected a part of a whole, such as 2/4 (at most ${MOST_SHARDS} parts), got ${text}`,
    );
  }
  return { index, of };
}

/**
 * Whether a case belongs to a shard. It goes by a hash of the case's id, so that a case stays in its shard whatever is
 * put in front of it or taken away; shards are therefore of about, not exactly, the same size. Pure.
 */
export function inShard(id: string, shard: Shard): boolean {
  return createHash('sha256').update(id).digest().readUInt32BE(0) % shard.of === shard.index - 1;
}
