import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWhole } from './read-whole.fixture.ts';

describe('JSON and JSONL', () => {
  const cup = {
    sku: 'C1',
    name: 'Cup',
    price: 12.125,
    currency: 'EUR',
    brand: { name: 'Kiln' },
    attributes: { color: ['white', 'blue'] },
    rating: 4.5,
    review_count: 12,
  };

  it('reads objects of plain keys and keeps numbers as numbers', async () => {
    for (const [text, format] of [
      [JSON.stringify([cup], null, 2), 'json'],
      [`${JSON.stringify(cup)}\r\n\r\n`, 'jsonl'],
    ] as const) {
      const { documents } = await readWhole(text, format);
      expect(documents[0]?.product).toMatchObject({
        sku: 'C1',
        price: 12.125,
        currency: 'EUR',
        brand: 'Kiln',
        rating: 4.5,
        ratingCount: 12,
        attributes: { color: ['white', 'blue'] },
      });
    }
  });

  it('reads nested values where a mapping says that they are, in variants too', async () => {
    const nested = {
      code: 'C1',
      info: { title: 'Cup', maker: { label: 'Kiln' } },
      pictures: [{ href: 'https://cdn.example/1.jpg' }, { href: 'https://cdn.example/2.jpg' }],
      offers: { price: '12.50', unit: { currency: 'EUR' } },
    };
    const mapping = {
      sku: 'code',
      title: 'info.title',
      brand: 'info.maker.label',
      image: 'pictures.1.href',
      price: 'offers.price',
      currency: 'offers.unit.currency',
    };
    const { documents } = await readWhole(JSON.stringify([nested]), 'json', { mapping });
    expect(documents[0]?.product).toMatchObject({
      sku: 'C1',
      name: 'Cup',
      brand: 'Kiln',
      image: 'https://cdn.example/2.jpg',
      price: 12.5,
      currency: 'EUR',
      attributes: {},
    });
    const variants = [
      { code: 'M1', cost: { eur: 5 } },
      { code: 'M2', cost: { eur: 6 } },
    ];
    const family = await readWhole(`${JSON.stringify({ id: 'M', name: 'Mug', variants })}\n`, 'jsonl', {
      mapping: { sku: 'variants.code', price: 'variants.cost.eur' },
      defaults: { currency: 'EUR' },
    });
    expect(family.documents[0]?.product).toMatchObject({
      price: 5,
      priceMax: 6,
      variants: [{ sku: 'M1' }, { sku: 'M2' }],
    });
    await expect(readWhole('[{"id":1,"name":"A"}]', 'json', { mapping: { price: 'a.b' } })).rejects.toThrow(
      /mapping\.price: expected the column "a\.b"/,
    );
  });

  it('keeps the unit of a measured value', async () => {
    const json = [{ ...cup, weight: { value: 0.4, unit: 'kg' }, depth: { value: '12', unitText: 'cm' } }];
    expect((await readWhole(JSON.stringify(json), 'json')).documents[0]?.product?.attributes).toMatchObject({
      weight: ['0.4 kg'],
      depth: ['12 cm'],
    });
  });

  it('reports lines that are no product and reads on', async () => {
    const { documents, problems } = await readWhole(
      `${JSON.stringify(cup)}\n{"sku":\n[1]\n{"sku":"D","name":"Dish"}`,
      'jsonl',
    );
    expect(documents.map((document) => document.title)).toEqual(['Cup', 'Dish']);
    expect(problems.map((problem) => problem.line)).toEqual([2, 3]);
    expect(problems[1]?.reason).toContain('found an array');
  });

  it('says that a document breaks off, or holds no list', async () => {
    await expect(readWhole('[{"sku":"1","name":"a"},{"sk', 'json')).rejects.toThrow(
      /found one that breaks off/,
    );
    await expect(readWhole('{"error":"no"}', 'json')).rejects.toThrow(/expected a JSON array of products/);
    expect((await readWhole('[]', 'json')).documents).toEqual([]);
  });

  it('finds each element of any JSON list, however it is cut into chunks', async () => {
    const anything = fc.dictionary(fc.string(), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(
        fc.array(anything, { maxLength: 5 }),
        fc.integer({ min: 1, max: 20 }),
        async (extras, size) => {
          const list = extras.map((extra, i) => ({ junk: extra, id: `p${i}`, name: `Product ${i}` }));
          const { documents } = await readWhole(
            JSON.stringify({ meta: { products: 1 }, products: list }),
            'json',
            { size },
          );
          expect(documents.map((document) => document.title)).toEqual(list.map((product) => product.name));
        },
      ),
    );
  });
});

describe('an XML feed', () => {
  const feed = (items: string, head = '') =>
    `<?xml version="1.0"?>${head}\n<rss xmlns:g="http://base.google.com/ns/1.0" version="2.0">\n<channel><title>Shop</title>\n<!-- <item> -->${items}</channel></rss>\n`;
  const item =
    '<item><g:id>001</g:id><title>Pan &amp; Lid &#8211; 1 &lt; 2</title>\n<description><![CDATA[<p>Use </item> freely.</p>]]></description><link>https://shop.example/pan</link><g:price>1299.50 EUR</g:price><g:availability>preorder</g:availability><g:color>Black</g:color><g:shipping><g:country>US</g:country><g:price>5 USD</g:price></g:shipping><g:product_detail><g:attribute_name>Weight</g:attribute_name><g:attribute_value>2 kg</g:attribute_value></g:product_detail></item>';

  it('reads Google Merchant RSS', async () => {
    const { documents, problems } = await readWhole(feed(item), 'xml');
    expect(problems).toEqual([]);
    expect(documents[0]?.product).toMatchObject({
      sku: '001',
      name: 'Pan & Lid – 1 < 2',
      price: 1299.5,
      currency: 'EUR',
      availability: 'preorder',
      url: 'https://shop.example/pan',
      attributes: { color: ['Black'], weight: ['2 kg'] },
    });
    expect(documents[0]?.text).toMatch(/Use freely\.$/);
  });

  it('reads Atom entries, whose links are attributes', async () => {
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><title>Pot</title><link href="https://shop.example/pot"/></entry></feed>';
    expect((await readWhole(atom, 'xml')).documents[0]).toMatchObject({
      title: 'Pot',
      url: 'https://shop.example/pot',
    });
  });

  it('reads sales, unit prices, several images, shipping and details', async () => {
    const parts =
      '<g:id>OIL</g:id><title>Olive Oil</title><g:price>12.50 EUR</g:price><g:sale_price>9.99 EUR</g:sale_price>' +
      '<g:sale_price_effective_date>2026-04-01T00:00-0800/2026-05-30</g:sale_price_effective_date>' +
      '<g:unit_pricing_measure>750 ml</g:unit_pricing_measure><g:unit_pricing_base_measure>1 l</g:unit_pricing_base_measure>' +
      '<g:image_link>https://c.example/1.jpg</g:image_link><g:additional_image_link>https://c.example/2.jpg</g:additional_image_link>' +
      '<g:additional_image_link>https://c.example/3.jpg</g:additional_image_link>' +
      '<g:shipping><g:country>US</g:country><g:price>5 USD</g:price></g:shipping><g:shipping><g:country>CA</g:country><g:price>7 USD</g:price></g:shipping>' +
      '<g:product_detail><g:section_name>General</g:section_name><g:attribute_name>Origin</g:attribute_name><g:attribute_value>Jaén</g:attribute_value></g:product_detail>' +
      '<g:product_detail><g:attribute_name>Acidity</g:attribute_name><g:attribute_value>0.2 %</g:attribute_value></g:product_detail>';
    const { documents, problems } = await readWhole(feed(`<item>${parts}</item>`), 'xml');
    expect(problems).toEqual([]);
    expect(documents[0]?.product).toMatchObject({
      price: 9.99,
      listPrice: 12.5,
      currency: 'EUR',
      image: 'https://c.example/1.jpg',
      attributes: {
        'unit pricing measure': ['750 ml'],
        'unit pricing base measure': ['1 l'],
        origin: ['Jaén'],
        acidity: ['0.2 %'],
      },
    });
    expect(documents[0]?.text).not.toMatch(/USD|https:/);
  });

  it('leaves out one broken item, by its line', async () => {
    const { documents, problems } = await readWhole(feed(`\n<item><g:id>1</id></item>\n${item}`), 'xml');
    expect(documents).toHaveLength(1);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 5 });
  });

  it('refuses a DOCTYPE, and a feed that breaks off or has no products', async () => {
    const bomb = '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    await expect(readWhole(feed(item, bomb), 'xml')).rejects.toThrow(/line 1: .*found a DOCTYPE/);
    await expect(readWhole(feed(item).slice(0, -17), 'xml')).rejects.toThrow(
      /expected <\/channel>, found the end/,
    );
    await expect(readWhole(feed(item).slice(0, -200), 'xml')).rejects.toThrow(/expected <\//);
    await expect(readWhole('<rss><channel></channel></rss>', 'xml')).rejects.toThrow(/found none/);
  });
});
