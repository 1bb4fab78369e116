import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inShard, parseShard } from './shard.ts';

describe('parseShard', () => {
  it.each([
    ['1/1', { index: 1, of: 1 }],
    ['2/4', { index: 2, of: 4 }],
    ['12/12', { index: 12, of: 12 }],
  ])('reads %s', (text, shard) => expect(parseShard(text)).toEqual(shard));

  it.each(['0/4', '5/4', '2', '2/4/8', '-1/2', '1.5/2', 'a/b', '1/0', '1/1001', ''])('refuses %j', (text) => {
    expect(() => parseShard(text)).toThrow(/such as 2\/4/);
  });
});

describe('inShard', () => {
  it('puts every case into exactly one shard, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (id, of) => {
        const shards = Array.from({ length: of }, (_, index) => inShard(id, { index: index + 1, of }));
        expect(shards.filter(Boolean)).toHaveLength(1);
      }),
    );
  });

  it('makes shards of about the same size', () => {
    const sizes = [0, 0, 0, 0];
    for (let id = 0; id < 4000; id += 1) {
      sizes.forEach((_, index) => {
        if (inShard(`case-${id}`, { index: index + 1, of: 4 })) sizes[index] = (sizes[index] ?? 0) + 1;
      });
    }
    // Binomial with n = 4000, p = 1/4 has a deviation of 27: 150 is beyond five of them.
    for (const size of sizes) expect(Math.abs(size - 1000)).toBeLessThan(150);
  });
});
