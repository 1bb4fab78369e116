import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseResult } from '../score/case-result.ts';
import { mergeResults } from './merge-results.ts';
import type { PlacedResult } from './result-line.ts';

const placed = (position: number): PlacedResult => ({
  position,
  result: { id: `case-${position}` } as CaseResult,
});

async function* shardOf(positions: number[], onEnd: () => void = () => {}): AsyncGenerator<PlacedResult> {
  try {
    for (const position of positions) yield placed(position);
  } finally {
    onEnd();
  }
}

async function merge(shards: number[][]): Promise<number[]> {
  const positions: number[] = [];
  for await (const { position } of mergeResults(shards.map((shard) => shardOf(shard))))
    positions.push(position);
  return positions;
}

describe('mergeResults', () => {
  it('restores the order of the suite, however it was cut up', async () => {
    const cut = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(cut, async (shardOfCase) => {
        const shards: number[][] = [[], [], [], [], []];
        for (const [position, shard] of shardOfCase.entries()) shards[shard]?.push(position);
        expect(await merge(shards)).toEqual(shardOfCase.map((_, position) => position));
      }),
    );
  });

  it('refuses a case that is in two shards', async () => {
    await expect(
      merge([
        [0, 2],
        [1, 2],
      ]),
    ).rejects.toThrow('case case-2 is in two shards');
  });

  it('closes every shard when nobody reads on', async () => {
    let closed = 0;
    const end = () => {
      closed += 1;
    };
    for await (const _ of mergeResults([shardOf([0, 2], end), shardOf([1, 3], end)])) break;
    expect(closed).toBe(2);
  });
});
