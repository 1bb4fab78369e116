import { expect, it } from 'vitest';
import { parsePage } from './parse-page.ts';
import { readRdfa } from './rdfa.ts';

const read = (html: string) => readRdfa(parsePage(html).root()[0] as Parameters<typeof readRdfa>[0]);
const ridge = [
  {
    '@type': ['Product'],
    name: 'Ridge',
    offers: { '@type': ['Offer'], price: '129.00', availability: 'https://schema.org/InStock' },
  },
];

it.each([
  [
    'a vocabulary',
    '<div vocab="https://schema.org/" typeof="Product"><b property="name">Ridge</b><p property="offers" typeof="Offer"><b property="price" content="129.00">129</b><link property="availability" href="https://schema.org/InStock"></p></div>',
  ],
  [
    'a prefix',
    '<div prefix="og: http://ogp.me/ns# s: http://schema.org/" typeof="s:Product"><b property="s:name">Ridge</b><b property="og:brand">X</b><p property="s:offers" typeof="s:Offer"><b property="s:price">129.00</b><link property="s:availability" href="https://schema.org/InStock"></p></div>',
  ],
  [
    'the prefix that needs no declaration',
    '<div typeof="schema:Product"><b property="schema:name">Ridge</b><p property="schema:offers" typeof="schema:Offer"><b property="schema:price">129.00</b><link property="schema:availability" href="https://schema.org/InStock"></p></div>',
  ],
])('reads a product by %s', (_, html) => {
  expect(read(html)).toEqual(ridge);
});

it('joins what several elements say of one resource', () => {
  expect(
    read(
      '<div vocab="https://schema.org/"><div resource="#r" typeof="Product"><b property="name">Ridge</b></div><p resource="#r"><b property="sku">RJ</b></p></div>',
    ),
  ).toEqual([{ '@id': '#r', '@type': ['Product'], name: 'Ridge', sku: 'RJ' }]);
});

it('leaves other vocabularies, and names without one', () => {
  expect(
    read(
      '<div typeof="foaf:Image"><b property="foaf:name">X</b></div><div typeof="Product"><b property="name">X</b></div>',
    ),
  ).toEqual([]);
});
