import { describe, expect, it } from 'vitest';
import { readWhole } from './read-whole.fixture.ts';

describe('Shopify', () => {
  it('keeps out what has a status of draft or archived, though it is published', async () => {
    const csv = [
      'Handle,Title,Published,Variant SKU,Variant Price,Status',
      'a,A,true,A1,9.00,active',
      'b,B,true,B1,9.00,draft',
      'c,C,true,C1,9.00,Archived',
      'd,D,false,D1,9.00,active',
      'e,E,,E1,9.00,unlisted',
    ].join('\n');
    const { documents, problems } = await readWhole(csv, 'csv', { defaults: { currency: 'USD' } });
    expect(documents.map(({ title }) => title)).toEqual(['A']);
    expect(problems.map(({ kind, sku }) => [kind, sku])).toEqual(
      ['B1', 'C1', 'D1', 'E1'].map((sku) => ['left-out', sku]),
    );
  });

  it('tells from tracker and policy whether a count of 0 ends the sale', async () => {
    const csv = [
      'Handle,Title,Variant SKU,Variant Price,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Gift Card',
      'a,Counted,A1,9.00,shopify,0,deny,false',
      'b,Sold on,B1,9.00,shopify,-2,continue,false',
      'c,Gift Card,,10.00,,0,deny,true',
    ].join('\n');
    const { documents } = await readWhole(csv, 'csv', { defaults: { currency: 'USD' } });
    expect(documents.map(({ product }) => [product?.name, product?.availability])).toEqual([
      ['Counted', 'out_of_stock'],
      ['Sold on', 'in_stock'],
      ['Gift Card', 'in_stock'],
    ]);
    const untold =
      'Handle,Title,Variant Price,Variant Inventory Qty,Variant Inventory Policy\na,A,9,0,deny\n';
    expect((await readWhole(untold, 'csv')).documents[0]?.product?.availability).toBe('out_of_stock');
  });

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
    expect(problems).toEqual([{ line: 6, kind: 'left-out', sku: 'S1', reason: 'not published (draft)' }]);
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
    // Tags are the product's, and tell no variant from another.
    expect(documents[0]?.product?.variants[0]?.attributes).toEqual({ color: 'Green', size: 'S' });
    expect(documents[0]?.text).not.toMatch(/Price of wool/);
  });
});

describe('WooCommerce', () => {
  it('ends a sale with its last day, and keeps out what its catalog hides', async () => {
    const csv = [
      'ID,Type,SKU,Name,Published,Visibility in catalog,Date sale price starts,Date sale price ends,Sale price,Regular price,Brands,Weight (kg)',
      '1,simple,OVER,Over,1,visible,2026-01-01,2026-04-30,3.00,5.00,Heron,0.2',
      '2,simple,ON,On,1,catalog,2026-01-01,2026-05-01,3.00,5.00,,',
      '3,simple,SOON,Soon,1,search,2026-06-01,,3.00,5.00,,',
      '4,simple,HID,Hidden,1,hidden,,,,5.00,,',
    ].join('\n');
    const { documents, problems } = await readWhole(csv, 'csv', { defaults: { currency: 'GBP' } });
    expect(documents.map(({ product }) => [product?.sku, product?.price, product?.listPrice])).toEqual([
      ['OVER', 5, null],
      ['ON', 3, 5],
      ['SOON', 5, null],
    ]);
    expect(documents[0]?.product).toMatchObject({ brand: 'Heron', attributes: { weight: ['0.2 kg'] } });
    expect(problems).toEqual([{ line: 5, kind: 'left-out', sku: 'HID', reason: 'not published (hidden)' }]);
  });

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
    expect(problems).toEqual([{ line: 5, kind: 'left-out', sku: 'SOCK', reason: 'not published (-1)' }]);
  });
});
