import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { CatalogTerm } from '../../../sql/list-catalog-vocabulary.ts';
import { buildVocabulary } from '../catalog/vocabulary.ts';
import { carryOver } from './follow-up.ts';
import {
  ENGLISH_CHECK,
  ENGLISH_PAIRS,
  type FollowUpPair,
  SPANISH_CHECK,
  SPANISH_PAIRS,
} from './pairs.fixture.ts';
import { makeTurn } from './turn.fixture.ts';

const term = (field: CatalogTerm['field'], value: string, attribute = ''): CatalogTerm => ({
  field,
  attribute,
  value,
  products: 1,
  documentIds: field === 'name' ? [`doc_${value}`] : [],
});
const names = [
  'Kestrel Jacket', 'Stormline Jacket', 'Dipper Tent', 'Larch 2 Tent', 'Alder 1 Tent', 'Robot Vaiven R3', 'Marten Boots',
]; // biome-ignore format: a list
const vocabulary = buildVocabulary(
  [
    ...names.map((name) => term('name', name)),
    ...['Jackets', 'Tents', 'Boots', 'Chaquetas', 'Carpas', 'Botas', 'Robots'].map((kind) =>
      term('category', kind),
    ),
    ...['Heron', 'Marten'].map((brand) => term('brand', brand)),
    ...['Red', 'Blue', 'Black'].map((color) => term('attribute', color, 'color')),
    ...['Leather', 'Canvas'].map((material) => term('attribute', material, 'material')),
    ...['S', 'M', 'L', '39', '40'].map((size) => term('attribute', size, 'size')),
  ],
  'en',
);

const carry = ({ after, ask }: FollowUpPair, locale: string) =>
  carryOver(
    ask,
    after.map((one) => (typeof one === 'string' ? makeTurn({ standalone: one }) : makeTurn(one))),
    { locale, vocabulary },
  );

describe.each([
  ['en', [...ENGLISH_PAIRS, ...ENGLISH_CHECK]],
  ['es', [...SPANISH_PAIRS, ...SPANISH_CHECK]],
])('a follow-up (%s)', (locale, pairs) => {
  it.each(pairs.map((pair) => [pair.ask, JSON.stringify(pair.after.at(-1)), pair] as const))(
    '"%s" after %s',
    (_ask, _after, pair) => {
      const { standalone } = carry(pair, locale);
      if (pair.is !== undefined) expect(standalone).toBe(pair.is);
      const folded = fold(standalone);
      for (const words of pair.has ?? []) expect(folded).toContain(fold(words));
      for (const words of pair.not ?? []) expect(folded).not.toContain(fold(words));
    },
  );
});

it('tells what is asked now from what is carried behind it', () => {
  const { asked, terms } = carry(
    { after: ['How long do I have to return a jacket?'], ask: 'what if I have worn it outside?' },
    'en',
  );
  expect(asked).toBe('What if I have worn it outside?');
  expect(terms.map(({ word }) => word)).toContain('return');
});

it('carries nothing where nothing was said, whatever is asked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (ask) => {
      expect(carryOver(ask, [], { locale: 'en', vocabulary }).standalone).toBe(ask);
    }),
  );
});

it('takes any message after any other one', () => {
  const words = fc.constantFrom('and', 'the second one', 'in', 'red', 'under $50', 'it', '¿y', 'a Canarias', 'cheaper', '?', 'which', 'M', 'compare them'); // biome-ignore format: a list
  const message = fc.array(words, { minLength: 1, maxLength: 6 }).map((said) => said.join(' '));
  fc.assert(
    fc.property(message, message, fc.constantFrom('en', 'es'), (first, ask, locale) => {
      const turn = makeTurn({ standalone: first, shown: names.slice(0, 3) });
      const { standalone, asked } = carryOver(ask, [turn], { locale, vocabulary });
      expect(standalone.length).toBeLessThan(400);
      expect(standalone.endsWith(asked)).toBe(true);
    }),
  );
});
