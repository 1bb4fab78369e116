import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { CatalogError } from './catalog-error.ts';
import type { CatalogFormat } from './detect-format.ts';
import { readCatalog } from './read-catalog.ts';
import { fetchedAt, readWhole } from './read-whole.fixture.ts';

describe('a Spanish CSV with semicolons', () => {
  const text =
    'Código;Nombre;Descripción;Precio;Precio oferta;Marca;Existencias;Talla;Género;Fecha de alta\n' +
    'B-1;Botas de montaña;Botas impermeables para caminar por la montaña en invierno.;1.129,90;89,95;Cumbre;3;42;Mujer;2024\n' +
    'B-2;Calcetín;Calcetín de lana;7,50;;Cumbre;0;;;\n';
  const expected = {
    sku: 'B-1',
    name: 'Botas de montaña',
    price: 89.95,
    listPrice: 1129.9,
    currency: 'EUR',
    availability: 'in_stock',
    brand: 'Cumbre',
    url: 'https://tienda.example/p/B-1',
    attributes: { size: ['42'], gender: ['Mujer'], 'fecha de alta': ['2024'] },
  };

  it.each(['utf8', 'utf-16le', 'utf-16be', 'windows-1252'])('reads it in %s', async (encoding) => {
    const bytes = iconv.encode(text, encoding, { addBOM: encoding === 'utf-16be' });
    const defaults = { currency: 'EUR', urlBase: 'https://tienda.example/p/' };
    const { documents, problems } = await readWhole(bytes, 'csv', { defaults });
    expect(problems).toEqual([]);
    expect(documents[0]?.product).toMatchObject(expected);
    expect(documents[0]?.locale).toBe('und');
    expect(documents[1]?.product).toMatchObject({ price: 7.5, availability: 'out_of_stock' });
  });

  it('turns to Windows-1252 at the first byte that is not UTF-8, however late', async () => {
    const rows = Array.from({ length: 500 }, (_, i) => `A${i};Plain cup ${i};1\n`).join('');
    const bytes = iconv.encode(`ref;nombre;precio\n${rows}Z;Señal;2\n`, 'windows-1252');
    const { documents } = await readWhole(bytes, 'csv', { size: 1000, defaults: { currency: 'EUR' } });
    expect(documents.at(-1)?.title).toBe('Señal');
  });

  it('reads columns that only a mapping tells', async () => {
    const { documents } = await readWhole('k;Bezeichner;Tarifa A\n1;Cup;2,50\n', 'csv', {
      mapping: { sku: 'k', title: 'bezeichner', price: 'Tarifa A' },
      defaults: { currency: 'EUR' },
    });
    expect(documents[0]?.product).toMatchObject({ sku: '1', name: 'Cup', price: 2.5, attributes: {} });
    expect(documents[0]?.url).toBe('aisle-product:1');
  });

  it('reads availability and amounts as both languages write them', async () => {
    const cells = [
      ['1.299,00 €', 'sí', 1299, 'in_stock'],
      ['USD 12.5', 'no', 12.5, 'out_of_stock'],
      ['12,50', 'Agotado', 12.5, 'out_of_stock'],
      ['1 299,00 EUR', 'En stock', 1299, 'in_stock'],
      ['$1,299', 'no disponible', 1299, 'out_of_stock'],
      ['desde 12,50 €', 'Preventa', 12.5, 'preorder'],
      ['0', 'Bajo pedido', 0, 'backorder'],
    ] as const;
    const rows = cells.map(([price, stock], at) => `${at};P${at};${price};${stock}\n`).join('');
    for (const column of ['disponibilidad', 'stock']) {
      const { documents } = await readWhole(`ref;nombre;precio;${column}\n${rows}`, 'csv', {
        defaults: { currency: 'EUR' },
      });
      expect(documents.map(({ product }) => [product?.price, product?.availability])).toEqual(
        cells.map(([, , price, availability]) => [price, availability]),
      );
    }
  });
});

describe('columns', () => {
  it('keep the units of their values, and give theirs to bare numbers', async () => {
    const csv =
      'sku,name,size,volume,Weight (kg),Peso [g],Battery (mAh),Fit (men)\n1,Jug,64 oz,2 l,0.75,"1,5",5 Ah,12\n';
    const { documents } = await readWhole(csv, 'csv');
    expect(documents[0]?.product?.attributes).toEqual({
      size: ['64 oz'],
      volume: ['2 l'],
      weight: ['0.75 kg'],
      peso: ['1,5 g'],
      battery: ['5 Ah'],
      'fit (men)': ['12'],
    });
  });

  it('take a currency from their name, keep long values as text, and may be called anything', async () => {
    const care = 'Wash it by hand in cold water, and never tumble dry. '.repeat(5).trim();
    const csv = `sku,name,Price (EUR),care,constructor,__proto__\n1,Cup,2.50,${care.replaceAll(',', ';')},x,y\n`;
    const { documents } = await readWhole(csv, 'csv');
    expect(documents[0]?.product).toMatchObject({
      price: 2.5,
      currency: 'EUR',
      attributes: { constructor: ['x'], proto: ['y'] },
    });
    expect(documents[0]?.product?.attributes).not.toHaveProperty('care');
    expect(documents[0]?.text).toMatch(/\nCare: Wash it by hand/);
  });
});

describe('what is wrong with a catalog', () => {
  it('names the missing columns, those found, and those accepted', async () => {
    const error = await readWhole('Color;Precio\nrojo;5\n', 'csv').catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(CatalogError);
    const { message } = error as Error;
    expect(message).toMatch(
      /lacks needed columns: a name \(accepted: title, name.*nombre.*\); and an identifier \(accepted: .*sku.*link/,
    );
    expect(message).toContain('Found: "Color", "Precio".');
    await expect(readWhole('id,price\n', 'csv')).rejects.toThrow(/lacks a needed column: a name/);
    await expect(readWhole('', 'csv')).rejects.toThrow(/found an empty file/);
    await expect(readWhole('a,b\n1,2\n', 'csv', { mapping: { title: 'c' } })).rejects.toThrow(
      /mapping\.title: expected the column "c"/,
    );
  });

  it('reports wrong rows by line and keeps the others', async () => {
    const csv = [
      'id,title,price,currency,link',
      '1,"Good\ncup",5.00,EUR,javascript:alert(1)',
      '2,,5.00,EUR,',
      '3,Bad,five,EUR,',
      '4,Negative,-5.00,EUR,',
      '5,Range,5 - 9 EUR,EUR,',
      ',Nameless id,1,EUR,',
      '7,Odd,1,XQZ,',
      '1,Twice,1,EUR,',
      '8,Extra,1,EUR,,and,more',
      '9,Also good,6,EUR,',
    ].join('\n');
    const { documents, problems } = await readWhole(csv, 'csv');
    expect(documents.map((document) => [document.title, document.url])).toEqual([
      ['Good cup', 'aisle-product:1'],
      ['Also good', 'aisle-product:9'],
    ]);
    expect(problems.map(({ line }) => line).sort((a, b) => a - b)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
    const known = new Map(problems.map(({ line, kind, sku }) => [line, `${kind} ${sku}`]));
    expect(known.get(5)).toBe('unreadable 3');
    expect(known.get(8)).toBe('unreadable null');
    expect(known.get(10)).toBe('left-out 1');
    const reasons = new Map(problems.map(({ line, reason }) => [line, reason]));
    expect(reasons.get(4)).toBe('title: expected a name, found none');
    expect(reasons.get(5)).toBe('price: expected a price such as 19.90 EUR, found "five"');
    expect(reasons.get(6)).toBe('price: expected a price of 0 or more, found "-5.00"');
    expect(reasons.get(8)).toMatch(/^expected an identifier/);
    expect(reasons.get(10)).toMatch(/found "1" as in line 2/);
    expect(reasons.get(11)).toMatch(/expected 5 columns as in the header, found 7/);
  });

  it('says once that prices lack a currency', async () => {
    const { documents, problems } = await readWhole('id,title,price\n1,A,5\n2,B,6\n', 'csv');
    expect(documents.map((document) => document.product?.price)).toEqual([5, 6]);
    expect(problems).toEqual([
      { line: 0, kind: 'left-out', sku: null, reason: expect.stringContaining('set the default currency') },
    ]);
  });

  it('keeps two products with one link apart', async () => {
    const { documents } = await readWhole(
      'id,title,link\na 1,A,https://s.example/\nb,B,https://s.example/\n',
      'csv',
    );
    expect(documents.map((document) => document.url)).toEqual([
      'https://s.example/',
      'https://s.example/#sku=b',
    ]);
  });

  it('stops at a quote that is never closed', async () => {
    await expect(readWhole('id,title\n1,"A\n2,B\n', 'csv')).rejects.toThrow(
      /line \d+: .*a quote that is opened and never closed/,
    );
  });

  it('fails with its source', async () => {
    async function* broken() {
      yield 'id,title\n1,A\n';
      throw new Error('connection lost');
    }
    const documents = readCatalog(broken(), { format: 'csv', fetchedAt, onProblem: () => {} });
    const all = async () => {
      for await (const document of documents) expect(document.title).toBe('A');
    };
    await expect(all()).rejects.toThrow('connection lost');
  });

  it('never fails in another way, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('csv', 'tsv', 'json', 'jsonl', 'xml'),
        async (bytes, format) => {
          await readWhole(Buffer.from(bytes), format as CatalogFormat).catch((error: unknown) =>
            expect(error).toBeInstanceOf(CatalogError),
          );
        },
      ),
    );
  });
});

describe('20,000 rows', () => {
  it('stream through without being held: the source is read no further than the documents need', async () => {
    const total = 20_000;
    let produced = 0;
    async function* rows() {
      yield 'id,title,description,price,link\n';
      for (; produced < total; produced += 1)
        yield `p${produced},Product ${produced},${'A plain text. '.repeat(10)},${produced % 500}.50 EUR,https://s.example/${produced}\n`;
    }
    let count = 0;
    let furthest = 0;
    const options = { format: 'csv', defaults: { locale: 'en' }, fetchedAt, onProblem: () => {} } as const;
    for await (const document of readCatalog(rows(), options)) {
      if (document.title === `Product ${count}`) count += 1;
      furthest = Math.max(furthest, produced - count);
    }
    expect(count).toBe(total);
    expect(furthest).toBeLessThan(4000);
  }, 120_000);
});
