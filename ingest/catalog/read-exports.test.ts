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
    expect(tent?.locale).toBe('en');
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
    expect(problems).toEqual([{ line: 7, reason: expect.stringContaining('found "S" as in line 6') }]);
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

describe('Shopify', () => {
  it('reads its CSV export: options, images rows, compare-at prices, drafts', async () => {
    const csv = [
      'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Inventory Qty,Variant Price,Variant Compare At Price,Variant Barcode,Image Src,Image Position,Cost per item,Status',
      'trail-tee,Trail Tee,"<p>Soft &amp; quick to dry.</p><ul><li>Merino wool</li><li>Made in Portugal</li></ul>",Northpeak,Shirts,"wool, summer",TRUE,Color,Green,Size,S,TT-G-S,4,35.00,45.00,,https://cdn.example/1.jpg,1,9.00,active',
      'trail-tee,,,,,,,,Green,,M,TT-G-M,0,35.00,45.00,,,,9.00,',
      'trail-tee,,,,,,,,,,,,,,,,https://cdn.example/2.jpg,2,,',
      'gift-card,Gift Card,,Northpeak,,,TRUE,Title,Default Title,,,GC,9,25.00,,,,,,active',
      'secret,Secret,,Northpeak,,,FALSE,Title,Default Title,,,S1,9,25.00,,,,,,draft',
    ].join('\n');
    const defaults = { currency: 'USD', urlBase: 'https://shop.example/products/' };
    const { documents, problems } = await readWhole(csv, 'csv', { defaults });
    expect(documents.map((document) => document.url)).toEqual([
      'https://shop.example/products/trail-tee',
      'https://shop.example/products/gift-card',
    ]);
    expect(documents[0]?.product).toMatchObject({
      price: 35,
      listPrice: 45,
      category: 'Shirts',
      brand: 'Northpeak',
      image: 'https://cdn.example/1.jpg',
      attributes: { tags: ['wool', 'summer'], color: ['Green'], size: ['S', 'M'] },
      variants: [
        { sku: 'TT-G-S', attributes: { color: 'Green', size: 'S' }, price: 35, availability: 'in_stock' },
        { sku: 'TT-G-M', attributes: { color: 'Green', size: 'M' }, price: 35, availability: 'out_of_stock' },
      ],
    });
    expect(documents[0]?.text).toMatch(/Soft & quick to dry\.\nMerino wool\nMade in Portugal$/);
    expect(documents[0]?.text).not.toContain('9.00');
    expect(documents[1]?.product).toMatchObject({ sku: 'GC', variants: [], attributes: {} });
    expect(problems).toEqual([{ line: 6, reason: 'not published (false)' }]);
  });

  it('reads products.json', async () => {
    const json = JSON.stringify({
      products: [
        {
          id: 1,
          title: 'Trail Tee',
          handle: 'trail-tee',
          body_html: '<p>Soft [and] "quick".</p>',
          vendor: 'Northpeak',
          product_type: 'Shirts',
          tags: ['wool', 'summer'],
          variants: [
            {
              id: 11,
              title: 'Green / S',
              option1: 'Green',
              option2: 'S',
              sku: 'TT-G-S',
              price: '35.00',
              compare_at_price: null,
              available: true,
            },
            {
              id: 12,
              title: 'Green / M',
              option1: 'Green',
              option2: 'M',
              sku: 'TT-G-M',
              price: '37.50',
              compare_at_price: '40.00',
              available: false,
            },
          ],
          options: [
            { name: 'Color', values: ['Green'] },
            { name: 'Size', values: ['S', 'M'] },
          ],
          images: [{ id: 5, src: 'https://cdn.example/1.jpg' }],
        },
      ],
    });
    const { documents, problems } = await readWhole(json, 'json', {
      defaults: { currency: 'USD', urlBase: 'https://shop.example/products/' },
    });
    expect(problems).toEqual([]);
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      url: 'https://shop.example/products/trail-tee',
      title: 'Trail Tee',
    });
    expect(documents[0]?.product).toMatchObject({
      price: 35,
      priceMax: 37.5,
      listPrice: null,
      image: 'https://cdn.example/1.jpg',
      attributes: { tags: ['wool', 'summer'], color: ['Green'], size: ['S', 'M'] },
      variants: [
        { sku: 'TT-G-S', attributes: { color: 'Green', size: 'S' }, price: 35, availability: 'in_stock' },
        {
          sku: 'TT-G-M',
          attributes: { color: 'Green', size: 'M' },
          price: 37.5,
          availability: 'out_of_stock',
        },
      ],
    });
  });
});

describe('WooCommerce', () => {
  it('joins a variable product with its variations', async () => {
    const csv = [
      'ID,Type,SKU,Name,Published,Visibility in catalog,Short description,In stock?,Stock,Sale price,Regular price,Categories,Images,Parent,Attribute 1 name,Attribute 1 value(s),Attribute 1 visible',
      '10,variable,HAT,Wool Hat,1,visible,Warm.,1,,,,Hats,"https://s.example/1.jpg, https://s.example/2.jpg",,Color,"Red, Blue",1',
      '11,variation,HAT-R,Wool Hat - Red,1,visible,,1,3,18.00,20.00,,,HAT,Color,Red,',
      '12,variation,HAT-B,Wool Hat - Blue,1,visible,,0,0,,20.00,,,HAT,Color,Blue,',
      '13,simple,SOCK,Sock,-1,visible,,1,,,5.00,Socks,,,,,',
    ].join('\n');
    const { documents, problems } = await readWhole(csv, 'csv', { defaults: { currency: 'GBP' } });
    expect(documents).toHaveLength(1);
    expect(documents[0]?.product).toMatchObject({
      sku: 'HAT',
      name: 'Wool Hat',
      category: 'Hats',
      image: 'https://s.example/1.jpg',
      price: 18,
      listPrice: 20,
      attributes: { color: ['Red', 'Blue'] },
      variants: [
        { sku: 'HAT-R', attributes: { color: 'Red' }, price: 18, availability: 'in_stock' },
        { sku: 'HAT-B', attributes: { color: 'Blue' }, price: 20, availability: 'out_of_stock' },
      ],
    });
    expect(problems).toEqual([{ line: 5, reason: 'not published (-1)' }]);
  });
});
