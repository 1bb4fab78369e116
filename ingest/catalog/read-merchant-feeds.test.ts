import { describe, expect, it } from 'vitest';
import { fetchedAt, readWhole } from './read-whole.fixture.ts';

const GOOGLE = [
  'id,item_group_id,title,description,link,image_link,price,sale_price,availability,brand,gtin,color,size,product_type,google_product_category,care,cost',
  'J-R-S,J1,Ridge Jacket,"Warm, ""light"" and dry.\nTwo pockets.",https://shop.example/p/jacket?v=1,https://shop.example/i.jpg,129.00 USD,99.00 USD,in_stock,Northpeak,0001,Red,S,Clothing > Jackets,1604,Wash cold,40',
  'T1,,Two-person Tent,Room for two.,https://shop.example/p/tent,,"1,299.00 USD",,out of stock,Northpeak,,,,Camping > Tents,,,',
  'J-B-M,J1,Ridge Jacket,,https://shop.example/p/jacket?v=2,,139.00 USD,,out_of_stock,Northpeak,0002,Blue,M,Clothing > Jackets,1604,Wash cold,40',
].join('\r\n');

describe('a Google Merchant CSV', () => {
  it('makes one document of a product and its variants, adjacent or not', async () => {
    const { documents, problems } = await readWhole(GOOGLE, 'csv');
    expect(problems).toEqual([]);
    expect(documents.map((document) => document.title).sort()).toEqual(['Ridge Jacket', 'Two-person Tent']);
    const jacket = documents.find((document) => document.title === 'Ridge Jacket');
    expect(jacket?.product).toEqual({
      sku: 'J1',
      gtin: null,
      name: 'Ridge Jacket',
      brand: 'Northpeak',
      category: 'Clothing > Jackets',
      price: 99,
      priceMax: 139,
      listPrice: 129,
      currency: 'USD',
      availability: 'in_stock',
      rating: null,
      ratingCount: null,
      image: 'https://shop.example/i.jpg',
      url: 'https://shop.example/p/jacket',
      attributes: { color: ['Red', 'Blue'], size: ['S', 'M'], care: ['Wash cold'] },
      variants: [
        { sku: 'J-R-S', attributes: { color: 'Red', size: 'S' }, price: 99, availability: 'in_stock' },
        { sku: 'J-B-M', attributes: { color: 'Blue', size: 'M' }, price: 139, availability: 'out_of_stock' },
      ],
      asOf: fetchedAt,
    });
    expect(jacket?.sections.map(({ heading, shape }) => ({ heading, shape }))).toEqual([
      { heading: ['Ridge Jacket'], shape: 'facts' },
      { heading: ['Ridge Jacket'], shape: 'prose' },
    ]);
    expect(jacket?.text).toContain('Warm, "light" and dry.\nTwo pockets.');
    expect(jacket?.text).not.toMatch(/cost|40/i);
  });

  it('keeps a single product with its own facts and no variants', async () => {
    const { documents } = await readWhole(GOOGLE, 'csv');
    const tent = documents.find((document) => document.title === 'Two-person Tent');
    expect(tent?.product).toMatchObject({
      sku: 'T1',
      price: 1299,
      priceMax: 1299,
      availability: 'out_of_stock',
      variants: [],
    });
    expect(tent?.locale).toBe('und');
  });

  it('takes a row whose id is the group of others for their product', async () => {
    const csv =
      'id,parent,title,price,color\nM,,Mug,,\nM-1,M,Red Mug,5 EUR,red\nM-2,M,Blue Mug,6 EUR,blue\nM,M,Own,7 EUR,own\nS,,Single,1 EUR,\nS,,Again,1 EUR,\n';
    const { documents, problems } = await readWhole(csv, 'csv');
    expect(
      documents.map(({ product }) => [product?.name, product?.sku, product?.variants.map(({ sku }) => sku)]),
    ).toEqual([
      ['Mug', 'M', ['M-1', 'M-2', 'M']],
      ['Single', 'S', []],
    ]);
    expect(problems).toEqual([
      { line: 7, kind: 'left-out', sku: 'S', reason: expect.stringContaining('found "S" as in line 6') },
    ]);
  });

  it('names a product by what its variants have in common', async () => {
    const names = async (...titles: string[]) => {
      const rows = titles.map((title, i) => `${i},G,"${title}"\n`).join('');
      return (await readWhole(`id,item_group_id,title\n${rows}`, 'csv')).documents[0]?.title;
    };
    expect(await names('Wool Hat - Red', 'Wool Hat - Blue')).toBe('Wool Hat');
    expect(await names('Parka, S', 'Parka, M')).toBe('Parka');
    expect(await names('Red Mug', 'Blue Mug')).toBe('Red Mug');
    expect(await names('The Red Winter Mug', 'The Blue Winter Mug')).toBe('The Red Winter Mug');
  });

  it('tells a variant’s color and size from one text, and finds a color of two by either', async () => {
    const csv = [
      'id,item_group_id,title,price,color,variant',
      '1,G,Cap,9 EUR,Sand/Red,S',
      '2,G,Cap,9 EUR,Red,M',
      '3,H,Sock,5 EUR,,Olive / 42',
      '4,H,Sock,5 EUR,,Grey / 44',
    ].join('\n');
    const { documents } = await readWhole(csv, 'csv');
    const [cap, sock] = documents.map(({ product }) => product);
    expect(cap?.attributes).toEqual({ color: ['Sand/Red', 'Red', 'Sand'], size: ['S', 'M'] });
    expect(cap?.variants[0]?.attributes).toEqual({ color: 'Sand/Red', size: 'S' });
    expect(documents[0]?.text).toMatch(/^Color: Sand\/Red, Red$/m);
    expect(sock?.attributes).toEqual({ color: ['Olive', 'Grey'], size: ['42', '44'] });
    expect(sock?.variants[1]?.attributes).toEqual({ color: 'Grey', size: '44' });
  });

  it('drops a counting position, and keeps one that says something', async () => {
    const read = async (position: string) =>
      (await readWhole(`id,title,position\n1,Rack,${position}\n`, 'csv')).documents[0]?.product?.attributes;
    expect(await read('2')).toEqual({});
    expect(await read('Rear wheel')).toEqual({ position: ['Rear wheel'] });
  });

  it('counts a sale within its dates only', async () => {
    const feed = (dates: string) =>
      `id,title,price,sale_price,sale_price_effective_date\n1,Cup,10 EUR,8 EUR,${dates}\n`;
    const price = async (dates: string) => (await readWhole(feed(dates), 'csv')).documents[0]?.product;
    expect(await price('2026-04-30T00:00+0100/2026-05-02T00:00+0100')).toMatchObject({
      price: 8,
      listPrice: 10,
    });
    expect(await price('2026-06-01T00:00Z/2026-06-02T00:00Z')).toMatchObject({ price: 10, listPrice: null });
  });
});

describe('a Google Merchant TSV', () => {
  it('reads quotes within values, details, and sales', async () => {
    const tsv = [
      'id\ttitle\tdescription\tlink\tprice\tsale price\tsale price effective date\tproduct detail\tadditional image link',
      '1\tPan 12"\tA "good" pan\thttps://s.example/pan\t10.00 EUR\t8.00 EUR\t2026-04-30/2026-05-01\tGeneral:Material:Steel, iron,Care:Wash:By hand\thttps://c/1.jpg,https://c/2.jpg',
    ].join('\n');
    const { documents, problems } = await readWhole(tsv, 'tsv');
    expect(problems).toEqual([]);
    expect(documents[0]?.product).toMatchObject({
      name: 'Pan 12"',
      price: 8,
      listPrice: 10,
      attributes: { material: ['Steel, iron'], wash: ['By hand'] },
    });
    expect(documents[0]?.text).toMatch(/A "good" pan$/);
  });
});
