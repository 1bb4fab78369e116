import { describe, expect, it } from 'vitest';
import { casesOf, type Suite } from '../suite.ts';
import { sampleCase, sampleTurn } from '../testing/sample-case.ts';
import { chooseCases, parseFilter, passesFilters, scanSuite, showFilter } from './choose-cases.ts';
import type { PlacedCase } from './run-suite.ts';

const worn = sampleCase('worn', {
  tags: ['returns', 'policy'],
  turns: [sampleTurn('¿Puedo  devolver una CHAQUETA?')],
});
const ship = sampleCase('ship', {
  tags: ['policy'],
  turns: [sampleTurn('Do you ship?'), sampleTurn('To Spain?')],
});
const cup = sampleCase('cup', { tags: ['es'], turns: [sampleTurn('Which cup?')] });

const suite = (cases = [worn, ship, cup], changes: Partial<Suite> = {}): Suite => ({
  ...{ name: 's', files: [], store: null, sources: null, gates: {}, tagGates: {} },
  cases: casesOf(cases),
  ...changes,
});

async function collect(chosen: AsyncIterable<PlacedCase>): Promise<[number, string][]> {
  const places: [number, string][] = [];
  for await (const { position, case: entry } of chosen) places.push([position, entry.id]);
  return places;
}

describe('filters', () => {
  const chosenBy = (...filters: string[]) =>
    [worn, ship, cup].filter((one) => passesFilters(one, filters.map(parseFilter))).map(({ id }) => id);

  it.each([
    [[], ['worn', 'ship', 'cup']],
    [['tag:policy'], ['worn', 'ship']],
    [['id:cup'], ['cup']],
    [
      ['id:cup', 'id:ship'],
      ['ship', 'cup'],
    ],
    [['!tag:policy'], ['cup']],
    [['tag:policy', '!tag:returns'], ['ship']],
    [['tag:policy', '!id:worn', '!text:spain'], []],
    [['text:devolver una chaqueta'], ['worn']],
    [['text:to spain'], ['ship']],
    [['tag:polic'], []],
  ])('%j let through %j', (filters, ids) => expect(chosenBy(...filters)).toEqual(ids));

  it.each(['policy', 'tag:', '!policy', 'name:x', 'text: ', '!!tag:x', 'TAG:x'])('refuse %j', (text) => {
    expect(() => parseFilter(text)).toThrow(/expected tag:NAME, id:NAME or text:WORDS/);
  });

  it.each(['tag:a:b', '!text:two words', 'id:x'])('show as %j again', (text) => {
    expect(showFilter(parseFilter(text))).toBe(text);
  });
});

describe('chooseCases', () => {
  it('keeps the position that a case has among all', async () => {
    const chosen = chooseCases(suite(), { filters: [parseFilter('!id:worn')], shard: null });
    expect(await collect(chosen)).toEqual([
      [1, 'ship'],
      [2, 'cup'],
    ]);
  });

  it('leaves a case in its shard when others are put in front of it', async () => {
    const shardOf = async (cases: Suite['cases']) => {
      const ids: string[][] = [];
      for (const index of [1, 2, 3]) {
        const chosen = chooseCases({ ...suite(), cases }, { filters: [], shard: { index, of: 3 } });
        ids.push((await collect(chosen)).map(([, id]) => id).filter((id) => id !== 'new'));
      }
      return ids;
    };
    const many = Array.from({ length: 30 }, (_, index) => sampleCase(`case-${index}`));
    const before = await shardOf(casesOf(many));
    expect(before.flat()).toHaveLength(30);
    expect(before.every((ids) => ids.length > 0)).toBe(true);
    expect(await shardOf(casesOf([sampleCase('new'), ...many]))).toEqual(before);
  });
});

describe('scanSuite', () => {
  const all = { filters: [], shard: null };

  it('counts what filters and shard leave, and knows every tag', async () => {
    const scan = await scanSuite(suite(), { filters: [parseFilter('tag:policy')], shard: null });
    expect(scan).toMatchObject({ filtered: 2, chosen: 2, tags: ['es', 'policy', 'returns'] });
    const parts = await Promise.all(
      [1, 2].map((index) => scanSuite(suite(), { filters: [], shard: { index, of: 2 } })),
    );
    expect(parts.reduce((sum, { chosen }) => sum + chosen, 0)).toBe(3);
  });

  it('has a hash that follows cases and gates, not filters or where the files are', async () => {
    const hash = async (one: Suite, choice = all) => (await scanSuite(one, choice)).hash;
    const plain = await hash(suite());
    expect(await hash(suite(), { ...all, shard: null })).toBe(plain);
    expect(await hash(suite(undefined, { files: ['/x'], sources: ['/y'] }))).toBe(plain);
    expect(await hash(suite(undefined, { gates: { passed: 1 } }))).not.toBe(plain);
    expect(await hash(suite(undefined, { tagGates: { es: { passed: 1 } } }))).not.toBe(plain);
    expect(await hash(suite([worn, ship]))).not.toBe(plain);
    expect(await hash(suite([ship, worn, cup]))).not.toBe(plain);
  });
});
