import { describe, expect, it } from 'vitest';
import { loadWordNet, makeWordNet } from './load-word-net.ts';
import { decodeWordNet, encodeWordNet, type WordNetData } from './word-net-file.ts';

const small: WordNetData = {
  synsets: [
    { part: 'n', file: 6, broader: [], alike: [], opposite: [] },
    { part: 'n', file: 6, broader: [0], alike: [], opposite: [] },
    { part: 'n', file: 6, broader: [0], alike: [], opposite: [] },
    { part: 'v', file: 30, broader: [], alike: [1], opposite: [] },
    { part: 'a', file: 0, broader: [], alike: [], opposite: [5] },
    { part: 'a', file: 0, broader: [], alike: [], opposite: [4] },
  ],
  words: new Map([
    ['garment', [0]],
    ['shirt', [1]],
    ['coat', [2, 3]],
    ['wet', [4]],
    ['dry', [5]],
  ]),
};

describe('a word net', () => {
  const { relate, classOf, fieldOf } = makeWordNet(small);

  it('tells how two words stand to each other, in any form', () => {
    expect(relate('garments', 'shirts')).toMatchObject({ broader: true, alike: false });
    expect(relate('shirt', 'garment')).toMatchObject({ broader: false });
    expect(relate('shirt', 'coat')).toMatchObject({ siblings: true });
    expect(relate('coating', 'shirt').alike).toBe(true);
    expect(relate('wet', 'dry').opposite).toBe(true);
    expect(relate('wet', 'unknown')).toEqual({
      ...{ alike: false, broader: false, siblings: false, opposite: false },
    });
  });

  it('holds words against one, in any form', () => {
    const { nearTo } = makeWordNet({
      ...small,
      words: new Map([...small.words, ['blouse', [1]], ['odd', [0, 2, 1]]]),
    });
    expect(['shirts', 'coating', 'garment', 'unknown', 'odd'].map(nearTo('blouses'))).toEqual([
      'same',
      null,
      null,
      null,
      null,
    ]);
    expect(nearTo('coats')('blouse')).toBe('derived');
    expect([nearTo('wet')('dry'), nearTo('unknown')('unknown')]).toEqual([null, null]);
  });

  it('tells what a word is by its commonest sense', () => {
    expect([classOf('coat'), classOf('wet'), classOf('unknown')]).toEqual(['thing', 'adjective', null]);
    expect([fieldOf('coats'), fieldOf('wet')]).toEqual([6, null]);
  });

  it('is read as it was written', () => {
    expect(decodeWordNet(encodeWordNet(small))).toEqual(small);
  });

  it('says which line is not as expected', () => {
    expect(() => decodeWordNet('n6 1\nnonsense\n\na 0\n')).toThrow(/line 2 .* found "nonsense"/);
  });
});

describe('the one that comes with Aisle', () => {
  const { relate, classOf } = loadWordNet();

  it.each([
    ['parcel', 'package', 'alike'],
    ['altered', 'change', 'alike'],
    ['bought', 'purchase', 'alike'],
    ['garment', 'shirts', 'broader'],
    ['oak', 'pine', 'siblings'],
    ['cheap', 'expensive', 'opposite'],
  ] as const)('has %s and %s as %s', (one, other, relation) => {
    expect(relate(one, other)[relation]).toBe(true);
  });

  it('takes no two kinds of a thing for one', () => {
    for (const [one, other] of [
      ['oak', 'pine'],
      ['violin', 'cello'],
      ['monday', 'friday'],
      ['email', 'phone'],
    ] as const)
      expect([one, other, relate(one, other).alike]).toEqual([one, other, false]);
    expect(classOf('refund')).not.toBeNull();
  });
});
