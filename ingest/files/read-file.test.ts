import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../extract/source-document.ts';
import { makePdf, pdfLines } from './pdf.fixture.ts';
import { documentFromBytes } from './read-file.ts';
import { SourceFileError } from './source-file-error.ts';
import { docxParagraph, docxTable, makeDocx, makeZip } from './zip.fixture.ts';

const fetchedAt = '2026-05-01T10:00:00Z';

async function read(name: string, content: string | Buffer, locale?: string): Promise<SourceDocument> {
  const options = { url: `aisle-file:/${name}`, fetchedAt, ...(locale === undefined ? {} : { locale }) };
  const document = await documentFromBytes(name, Buffer.from(content), options);
  for (const { start, end } of document.sections) {
    const slice = document.text.slice(start, end);
    expect(slice).toBe(slice.trim());
    expect(slice).not.toBe('');
  }
  return document;
}

const slices = (document: SourceDocument) =>
  document.sections.map((section) => [
    section.heading.join(' > '),
    document.text.slice(section.start, section.end),
  ]);

describe('Markdown', () => {
  it('keeps everything, lists of links and tables included, under heading paths', async () => {
    const document = await read(
      'returns.md',
      '# Returns\n\nSend it back.\n\n## How long\n\n- 30 days for *boots*\n- 60 days for tents\n\n| Country | Days |\n|---|---|\n| Spain | 14 |\n\n## See also\n\n- [Shipping](shipping.md)\n- [Privacy](privacy.md)\n',
    );
    expect(document).toMatchObject({
      title: 'Returns',
      kind: 'policy',
      locale: 'en',
      url: 'aisle-file:/returns.md',
    });
    expect(slices(document)).toEqual([
      ['Returns', 'Send it back.'],
      ['How long', '30 days for boots\n60 days for tents'],
      ['How long', 'Country: Spain; Days: 14'],
      ['See also', 'Shipping\nPrivacy'],
    ]);
  });

  it('honours front matter', async () => {
    const document = await read(
      'x.md',
      '---\ntitle: Preguntas\nlang: es_MX\nkind: faq\nurl: https://shop.example/faq\nlayout: wide\n---\nHola.\n',
    );
    expect(document).toMatchObject({
      title: 'Preguntas',
      locale: 'es-mx',
      kind: 'faq',
      url: 'https://shop.example/faq',
      text: 'Hola.',
    });
  });

  it('says which front matter value is wrong', async () => {
    await expect(read('x.md', '---\nkind: blog\n---\nHi')).rejects.toThrow(
      /kind: expected one of page, policy.*found "blog"/,
    );
    await expect(read('x.md', '---\nurl: javascript:alert(1)\n---\nHi')).rejects.toThrow(
      /url: expected an http/,
    );
    await expect(read('x.md', '---\ntitle: [a\n---\nHi')).rejects.toThrow(/front matter: expected YAML/);
  });

  it('takes a rule at the top for what it is', async () => {
    expect((await read('x.md', '---\n\nSome words here.\n\n---\n\nMore words.')).text).toBe(
      'Some words here.\nMore words.',
    );
  });
});

describe('HTML', () => {
  const page = (head: string, text: string) =>
    `<!doctype html><html lang="es"><head>${head}<title>Envíos</title></head><body><nav><a href="/">Inicio</a></nav><main><h1>Envíos</h1><p>${text}</p></main></body></html>`;

  it('reads the charset from the meta element', async () => {
    const bytes = iconv.encode(
      page('<meta charset="iso-8859-1">', 'El envío tarda tres días y cuesta 4 €.'),
      'windows-1252',
    );
    const document = await read('envios.html', bytes);
    expect(document).toMatchObject({ title: 'Envíos', locale: 'es', kind: 'policy' });
    expect(document.text).toContain('El envío tarda tres días y cuesta 4 €.');
  });

  it('believes valid UTF-8 over a wrong declaration', async () => {
    const document = await read('envios.html', page('<meta charset="iso-8859-1">', 'Tarda tres días.'));
    expect(document.text).toContain('Tarda tres días.');
  });

  it('keeps what its markup says of its date and of being an article, also when it is read apart', async () => {
    const article =
      '{"@type":"BlogPosting","headline":"Novedades","datePublished":"2024-02-03","dateModified":"2025-04-05"}';
    const html = page(
      `<script type="application/ld+json">${article}</script>`,
      'Este año el envío tarda tres días y cuesta 4 €.',
    ).replaceAll('Envíos', 'Novedades');
    const stated = { modifiedAt: '2025-04-05T00:00:00.000Z', genre: 'article' };
    expect(await read('carta.html', html)).toMatchObject(stated);
    const large = `${html}<!-- ${'x'.repeat(300 * 1024)} -->`;
    expect(await read('carta.html', large)).toMatchObject(stated);
    const plain = await read('envios.html', page('', 'El envío tarda tres días.'));
    expect(plain).not.toHaveProperty('modifiedAt');
    expect(plain).not.toHaveProperty('genre');
  });

  it('tells the language where the page names none', async () => {
    const html =
      '<h1>Devoluciones</h1><p>Puedes devolver cualquier artículo sin usar durante los treinta días siguientes.</p>';
    expect((await read('a.html', html)).locale).toBe('es');
    expect((await read('a.html', html, 'ca')).locale).toBe('ca');
  });
});

describe('plain text', () => {
  it('joins wrapped lines, keeps lists, and tells headings', async () => {
    const document = await read(
      'store-info.txt',
      'Our Warehouse\n\nOrders that are placed before two in the afternoon leave our\nwarehouse on the same day, save on Sundays.\n\nOPENING HOURS\n\nMon-Fri: 9-17\nSat: 10-14\n\n- bring a receipt\n- bring the item\n',
    );
    expect(document).toMatchObject({ title: 'Our Warehouse', kind: 'file' });
    expect(slices(document)).toEqual([
      [
        'Our Warehouse',
        'Orders that are placed before two in the afternoon leave our warehouse on the same day, save on Sundays.',
      ],
      ['OPENING HOURS', 'Mon-Fri: 9-17\nSat: 10-14\n- bring a receipt\n- bring the item'],
    ]);
  });

  it('decodes what a page declares, unless its bytes are something else', async () => {
    const html = (charset: string) =>
      `<html lang="ja"><meta charset="${charset}"><body><p>返品は三十日以内に承ります。送料は無料です。</p></body></html>`;
    for (const encoding of ['shift_jis', 'euc-jp', 'utf-8'])
      expect((await read('a.html', iconv.encode(html(encoding), encoding))).text).toContain(
        '返品は三十日以内',
      );
    for (const wrong of ['shift_jis', 'iso-8859-1', 'no-such-charset', 'utf-16'])
      expect((await read('a.html', Buffer.from(html(wrong)))).text).toContain('返品は三十日以内');
  });

  it.each(['utf8', 'utf-16le', 'utf-16be', 'windows-1252'])('decodes %s', async (encoding) => {
    const text = 'El envío es rápido y la devolución también lo es.\n';
    for (const addBOM of encoding === 'windows-1252' ? [false] : [true, false])
      expect((await read('a.txt', iconv.encode(text, encoding, { addBOM }))).text).toBe(text.trim());
  });

  it('cuts sections that are slices of the text, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            'Returns',
            'a b c',
            '',
            '- item',
            '===',
            '---',
            'Long '.repeat(12),
            '1. One',
            '\t',
            '😀',
          ),
        ),
        async (lines) => {
          if (lines.join('').trim() === '') return;
          await read('a.txt', lines.join('\n')).catch((error: unknown) =>
            expect(error).toBeInstanceOf(SourceFileError),
          );
        },
      ),
    );
  });
});

describe('PDF', () => {
  const furniture = (page: number) => [
    { text: 'Northpeak Outfitters', y: 770, size: 9 },
    { text: `Page ${page} of 3`, y: 30, size: 9 },
  ];

  it('reads pages, headings, paragraphs and tables, without what every page repeats', async () => {
    const pdf = makePdf(
      [
        [
          ...furniture(1),
          { text: 'Returns Policy', y: 720, size: 22 },
          ...pdfLines(
            [
              'You may send back anything that you bought from us within thirty days of deliv-',
              'ery, as long as it is unused. Self-service labels are in your account, under self-',
              'service, where you also find the state of every return that you have sent us so far.',
            ],
            { top: 690 },
          ),
          ...pdfLines(['Refunds are paid within five days.'], { top: 630 }),
        ],
        [
          ...furniture(2),
          { text: 'Shipping times', y: 720, size: 15 },
          { text: 'Region', x: 72, y: 690 },
          { text: 'Time', x: 250, y: 690 },
          { text: 'Canada', x: 72, y: 674 },
          { text: '5-7 days', x: 250, y: 674 },
          { text: 'Spain', x: 72, y: 658 },
          { text: '3 days', x: 250, y: 658 },
        ],
        [...furniture(3), ...pdfLines(['Parcels to islands take two days more than that.'])],
      ],
      { title: 'Microsoft Word - final.doc' },
    );
    const document = await read('returns.pdf', pdf);
    expect(document).toMatchObject({ title: 'Returns Policy', kind: 'policy', locale: 'en' });
    expect(slices(document)).toEqual([
      [
        'Page 1',
        'You may send back anything that you bought from us within thirty days of delivery, as long as it is unused. Self-service labels are in your account, under self-service, where you also find the state of every return that you have sent us so far.\nRefunds are paid within five days.',
      ],
      ['Page 2 > Shipping times', 'Region: Canada; Time: 5-7 days\nRegion: Spain; Time: 3 days'],
      ['Page 3 > Shipping times', 'Parcels to islands take two days more than that.'],
    ]);
  });

  const left = [
    'You may send back anything within',
    'thirty days of delivery, unused and',
    'in its original packaging, with the',
    'receipt. Sale items are no exception.',
  ];
  const right = [
    'Refunds are paid to the card that',
    'was used, within five working days',
    'of the day on which we receive the',
    'parcel. Gift cards never expire.',
  ];
  const place = (text: string, column: number, row: number) => ({
    text,
    x: 60 + column * 260,
    y: 690 - row * 14,
  });

  it.each([
    ['line by line across them', left.flatMap((text, i) => [place(text, 0, i), place(right[i] ?? '', 1, i)])],
    [
      'one after the other',
      [...left.map((text, i) => place(text, 0, i)), ...right.map((text, i) => place(text, 1, i))],
    ],
  ])('reads columns of text that are drawn %s', async (_, pieces) => {
    const document = await read('returns.pdf', makePdf([[{ text: 'Returns', y: 720, size: 20 }, ...pieces]]));
    expect(document.text).toBe(`Page 1\n${left.join(' ')}\n${right.join(' ')}`);
  });

  it('reads a table that is drawn column by column', async () => {
    const columns = [
      ['Size', 'S', 'M', 'L'],
      ['Chest', '86-91 cm', '96-101 cm', '106-111 cm'],
      ['Waist', '71-76 cm', '81-86 cm', '91-96 cm'],
    ];
    const pieces = columns.flatMap((cells, j) =>
      cells.map((text, i) => ({ text, x: 72 + j * 120, y: 690 - i * 16 })),
    );
    const after = pdfLines(['Measure over the fullest part of your chest, without a jacket.'], { top: 600 });
    const document = await read(
      'sizes.pdf',
      makePdf([[{ text: 'Sizes', y: 720, size: 20 }, ...pieces, ...after]]),
    );
    expect(slices(document)).toEqual([
      [
        'Page 1',
        'Size: S; Chest: 86-91 cm; Waist: 71-76 cm\nSize: M; Chest: 96-101 cm; Waist: 81-86 cm\nSize: L; Chest: 106-111 cm; Waist: 91-96 cm',
      ],
      ['Page 1', 'Measure over the fullest part of your chest, without a jacket.'],
    ]);
  });

  it('gives a sentence that goes on over the end of a page to the page on which it begins', async () => {
    const pdf = makePdf([
      pdfLines(['Parcels to the islands take two days more than that, and cost as much as par-']),
      pdfLines(['cels to other places. Parcels abroad cost more, depending on the country.']),
    ]);
    expect(slices(await read('shipping.pdf', pdf))).toEqual([
      [
        'Page 1',
        'Parcels to the islands take two days more than that, and cost as much as parcels to other places.',
      ],
      ['Page 2', 'Parcels abroad cost more, depending on the country.'],
    ]);
  });

  it('leaves out what both of two pages repeat, and no sentence', async () => {
    const page = (years: number) => [
      { text: 'Northpeak Outfitters - Warranty', y: 770, size: 9 },
      ...pdfLines([`All tents are covered for ${years} years from the day of purchase, poles included.`]),
    ];
    expect((await read('two.pdf', makePdf([page(5), page(6)]))).text).toBe(
      'Page 1\nAll tents are covered for 5 years from the day of purchase, poles included.\nPage 2\nAll tents are covered for 6 years from the day of purchase, poles included.',
    );
  });

  it('says what to do about scans, passwords and damage', async () => {
    await expect(read('scan.pdf', makePdf([[], []]))).rejects.toThrow(/found 2 page\(s\) without any.*OCR/s);
    const locked = makePdf([pdfLines(['Secret text that nobody reads.'])], { encrypted: true });
    await expect(read('locked.pdf', locked)).rejects.toThrow(
      /found one locked with a password\. Save a copy/,
    );
    await expect(read('cut.pdf', Buffer.from('%PDF-1.7\nnothing more'))).rejects.toThrow(
      /found a damaged one/,
    );
  });
});

describe('Word', () => {
  it('reads headings, paragraphs and tables', async () => {
    const docx = makeDocx(
      docxParagraph('Warranty', 'Heading1') +
        docxParagraph('All tents are covered.') +
        docxParagraph('How long', 'Heading2') +
        docxTable([
          ['Product', 'Years'],
          ['Tents', '5'],
        ]),
    );
    const document = await read('warranty.docx', docx);
    expect(document).toMatchObject({ title: 'Warranty', kind: 'policy' });
    expect(slices(document)).toEqual([
      ['Warranty', 'All tents are covered.'],
      ['How long', 'Product: Tents; Years: 5'],
    ]);
  });

  it('refuses archives that are something else, damaged, or expand without bound', async () => {
    await expect(read('a.docx', makeZip({ 'xl/workbook.xml': '<x/>' }))).rejects.toThrow(
      /found an Excel workbook/,
    );
    const whole = makeDocx(docxParagraph('Hello'));
    await expect(read('a.docx', whole.subarray(0, whole.length - 40))).rejects.toThrow(/found a damaged one/);
    const bomb = makeZip({
      '[Content_Types].xml': '<x/>',
      'word/document.xml': Buffer.alloc(64 * 1024 * 1024),
    });
    expect(bomb.length).toBeLessThan(100_000);
    await expect(read('a.docx', bomb)).rejects.toThrow(/when unpacked, found more/);
  });

  it('never fails in another way, whichever byte is wrong', async () => {
    const whole = makeDocx(docxParagraph('Hello there, this is text.'));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const broken = Buffer.from(whole);
        broken[at] = byte;
        await read('a.docx', broken).catch((error: unknown) => expect(error).toBeInstanceOf(SourceFileError));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a text made to wear its reader out', () => {
  it.each(['a', '[', '*', '<', '&', '`', '> ', '**a', 'a_', '1. ', '---\n', '![](', '<div>', '| a '])(
    'of nothing but %j is read or refused',
    async (unit) => {
      for (const name of ['a.md', 'a.txt', 'a.html']) {
        const outcome = await read(name, unit.repeat(10_000 / unit.length)).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(SourceFileError);
      }
    },
  );

  it('is refused when it holds more than a document does', async () => {
    await expect(read('a.txt', 'Too many words. '.repeat(320_000))).rejects.toThrow(
      /at most 5000000 characters of text, found 5\d{6}\. Split it/,
    );
  });
});

describe('a file that is not what its name says', () => {
  it.each([
    ['a.pdf', 'just text', /expected a PDF document \(by its name\), found plain text\. Export it again/],
    ['a.pdf', '<!DOCTYPE html><html><body>Log in</body></html>', /found an HTML page/],
    ['a.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /an old Office file .*locked with a password/],
    ['a.html', '%PDF-1.4', /expected an HTML page \(by its name\), found a PDF document/],
    ['a.md', Buffer.from('89504e470d0a1a0a', 'hex'), /found a PNG image/],
    ['a.txt', Buffer.from([1, 0, 2, 3, 0, 0, 0, 9]), /found binary data/],
    ['a.txt', '', /found an empty file/],
    ['a.txt', '  \n ', /expected text, found none/],
    ['a.xlsx', 'x', /expected a document \(\.html.*found the ending "\.xlsx"/],
  ])('%s with %j', async (name, content, message) => {
    const error = await read(name, content).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(SourceFileError);
    expect((error as Error).message).toMatch(message);
    expect((error as Error).message.startsWith(`${name}: `)).toBe(true);
  });
});
