import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectNodes, type LdNode } from './json-ld.ts';
import { readMicrodata } from './microdata.ts';
import { parsePage } from './parse-page.ts';
import { readRdfa } from './rdfa.ts';

const parse = (html: string) => parsePage(html).root()[0] as Parameters<typeof readMicrodata>[0];
const read = (html: string) => readMicrodata(parse(html));
const thing = (inner: string, more = '') =>
  `<div itemscope itemtype="https://schema.org/Product" ${more}>${inner}</div>`;

describe('readMicrodata', () => {
  it('takes the value that each element states', () => {
    const inner = `<meta itemprop=a content=1><a itemprop=url href=/2>two</a><a itemprop=name href=/x>Three</a><img itemprop=image src="data:x" data-src=4.jpg>
      <time itemprop=e datetime=2026-01-05>soon</time><data itemprop=f value=6>six</data><meter itemprop=g value=7 max=9>x</meter><span itemprop=h content=8>eight</span>
      <span itemprop=price>$9<sup>99</sup> <s>$12</s><script>x</script></span><span itemprop=j>t&#8203;e\u202En</span>`;
    expect(read(thing(inner, 'itemid="#p"'))).toEqual([
      {
        '@type': 'Product',
        '@id': '#p',
        a: '1',
        url: '/2',
        name: 'Three',
        image: '4.jpg',
        e: '2026-01-05',
        f: '6',
        g: '7',
        h: '8',
        price: '$9.99',
        j: 'ten',
      },
    ]);
  });

  it('follows itemref, also into an item of another, and out of a circle', () => {
    const html = `<div itemscope>${thing('', 'itemref="n o"')}<p id=n itemprop=name>Ridge</p><div id=o itemprop=offers itemscope itemtype="http://schema.org/Offer"><b itemprop=price>5</b></div></div>`;
    expect(read(html)[1]).toEqual({
      '@type': 'Product',
      name: 'Ridge',
      offers: { '@type': 'Offer', price: '5' },
    });
    const circle =
      '<div id=a itemscope itemprop=x itemref=b></div><div id=b itemscope itemprop=y itemref=a></div>';
    expect(read(`${thing('<b itemprop=name>R</b>', 'itemref=a')}${circle}`)).toEqual([
      { '@type': 'Product', name: 'R', x: { y: {} } },
    ]);
  });

  it('reads several values as a list, and a crossed-out price as the one before', () => {
    const offer = `<div itemprop=offers itemscope itemtype="https://schema.org/Offer"><del><b itemprop=price>$9</b></del><b itemprop=price>$7</b></div>`;
    expect(read(thing(`<i itemprop=color>red</i><i itemprop=color>blue</i>${offer}`))[0]).toMatchObject({
      color: ['red', 'blue'],
      offers: { price: '$7', priceSpecification: { price: '$9' } },
    });
  });

  it('stays bounded on hostile pages', () => {
    const many = read('<div itemscope itemprop="a b c" id=x itemref="x y">'.repeat(100_000));
    const nodes: LdNode[] = [];
    collectNodes(many, nodes);
    expect(nodes.length).toBeLessThanOrEqual(5_000);
    const shared = `<div id=s>${'<p itemprop=name>word word</p>'.repeat(2_000)}</div>`;
    const readers = read(shared + '<div itemscope itemref=s></div>'.repeat(20_000));
    const values = readers.reduce((sum, node) => sum + (Array.isArray(node.name) ? node.name.length : 0), 0);
    expect(readers).toHaveLength(20_000);
    expect(values).toBeGreaterThanOrEqual(2_000);
    expect(values).toBeLessThan(500_000);
  });

  it('gives trees that hold no object twice on a path, for any markup', () => {
    const names = fc.constantFrom(
      'itemscope',
      'itemprop="a"',
      'itemprop="name b"',
      'itemref="i j"',
      'id=i',
      'id=j',
      'itemtype="https://schema.org/Product"',
      'typeof="Product"',
      'property="name"',
      'resource="#i"',
      'vocab="https://schema.org/"',
    );
    const token = fc.oneof(
      fc.array(names, { maxLength: 5 }).map((attributes) => `<div ${attributes.join(' ')}>`),
      fc.constant('</div>'),
      fc.constant('words'),
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 30 }), (tokens) => {
        const root = parse(tokens.join(''));
        for (const node of [...readMicrodata(root), ...readRdfa(root)])
          expect(() => JSON.stringify(node)).not.toThrow();
      }),
    );
  });
});
