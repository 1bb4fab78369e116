import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences.ts';

const sentences = (text: string, locale = 'en') =>
  splitSentences(text, locale).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each([
    ['two plain sentences', ['We ship daily.', 'Returns are free.']],
    [
      'e.g. and approx.',
      ['Small items, e.g. Canada Post parcels, take approx. 5 days.', 'Large ones take longer.'],
    ],
    ['country abbreviation inside', ['We use the U.S. Postal Service.', 'It is slow.']],
    ['country abbreviation at the end', ['We ship within the U.S.', 'We do not ship abroad.']],
    [
      'No. before a number and as a word',
      ['Take bus No. 5 to the store.', 'Is it far?', 'No.', 'It is close.'],
    ],
    [
      'decimals and prices',
      ['It weighs 1.5 kg and costs $129.00.', '30 days are allowed.', 'Over $50.00 it is free.'],
    ],
    [
      'clock times',
      ['Call from 9 a.m. to 5 p.m. EST.', 'We close at 5 p.m.', 'Shoppers may write at any time.'],
    ],
    ['ellipses', ['Wait... there is more.', 'Really…', 'Yes.']],
    ['quotes', ['She asked, “Is it warm?” and bought it.', '"It is warm."', 'We agree!']],
    [
      'links and addresses',
      ['See https://shop.example/a.b?c=d.e for more.', 'Write to help@shop.example.', 'Thanks.'],
    ],
    ['initials and titles', ['Dr. J. R. Smith designed it.', 'Mrs. Lee tested it.']],
    ['company forms', ['Peak Inc. sells tents.', 'It is run by Peak Ltd.', 'Our owner is kind.']],
    ['numbered line', ['1. Pack the item.', 'Print the label.']],
    ['month and number', ['Order by Dec. 18 for delivery.', 'Later orders wait.']],
  ])('%s', (_, expected) => {
    expect(sentences(expected.join(' '))).toEqual(expected);
  });

  it.each([
    ['p. ej.', ['Algunos artículos, p. ej. Tiendas grandes, tardan más.', 'Consulta la tabla.']],
    ['Sr. y Sra.', ['El Sr. Pérez y la Sra. Gómez atienden.', 'Llámanos.']],
    ['EE. UU.', ['Enviamos a EE. UU. y Canadá.', '¿Cuánto tarda?', 'De 5 a 7 días.']],
    ['importes', ['Cuesta 1.299,00 € con IVA.', '¡Envío gratis!', 'Desde 50 €.']],
    ['núm. y art.', ['Según el art. 5 y el pedido núm. 1234, hay reembolso.', 'Tienes 30 días.']],
    ['S.A.', ['Cumbre S.A. vende mochilas.', 'Nuestra tienda abre a las 9 a. m. cada día.']],
  ])('Spanish: %s', (_, expected) => {
    expect(sentences(expected.join(' '), 'es')).toEqual(expected);
  });

  it('ends a sentence at every newline', () => {
    expect(sentences('First line\nsecond line. Third\n\n  \n last ')).toEqual([
      'First line',
      'second line.',
      'Third',
      'last',
    ]);
  });

  it('keeps a table row and a fact line whole', () => {
    const row =
      'Region: Canada; Note: Customs apply. You pay them. Ask us first if you are not sure what that means for '.repeat(
        3,
      );
    expect(sentences(row)).toEqual([row.trim()]);
    expect(sentences('Material: Wool. Lined.\nPrice: $129.00 (was $159.00)')).toHaveLength(2);
  });

  it('splits the running text after a label', () => {
    const care =
      'Wash it cold with like colors and close every zip before you do so. Never use softener on the shell.';
    expect(sentences(`Care: ${care} ${care}`)).toHaveLength(4);
  });

  it('does not take prose with a colon and a semicolon for a row', () => {
    const text = `We sell two things: tents; bags are ${'nice and '.repeat(20)}cheap. We also rent: boots. They fit.`;
    expect(sentences(text)).toHaveLength(3);
  });

  it('splits scripts without spaces or case', () => {
    expect(sentences('30日以内に返品できます。送料は無料です！', 'ja')).toEqual([
      '30日以内に返品できます。',
      '送料は無料です！',
    ]);
    expect(sentences('هل يمكن الإرجاع؟ نعم يمكن.', 'ar')).toHaveLength(2);
  });

  it('gives trimmed, ordered spans that hold every visible character, for any text', () => {
    const words = fc.array(
      fc.constantFrom(
        'U.S.',
        'e.g.',
        'No.',
        '5',
        'a.m.',
        'We',
        'ship',
        '.',
        '?!',
        '…',
        '\n',
        ' ',
        '”',
        '(',
        'A: b;',
        '。',
        '👟',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          words.map((parts) => parts.join(' ')),
        ),
        (text) => {
          let at = 0;
          for (const { start, end } of splitSentences(text, 'en')) {
            expect(text.slice(at, start).trim()).toBe('');
            const piece = text.slice(start, end);
            expect(piece).toBe(piece.trim());
            expect(piece).not.toBe('');
            expect(piece).not.toContain('\n');
            at = end;
          }
          expect(text.slice(at).trim()).toBe('');
        },
      ),
    );
  });

  it('stays linear on long lines', () => {
    const text = 'a: b; '.repeat(50_000) + 'x. Y '.repeat(50_000) + '.'.repeat(100_000) + '"'.repeat(100_000);
    expect(splitSentences(text, 'en').length).toBeGreaterThan(0);
  });
});
