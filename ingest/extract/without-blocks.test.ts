import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from './blocks.ts';
import { buildText } from './build-text.ts';
import type { SourceDocument } from './source-document.ts';
import { withoutBlocks } from './without-blocks.ts';

function documentOf(blocks: Block[]): SourceDocument {
  const built = buildText(blocks, 'Tent');
  return { url: 'https://shop.example/', title: 'Tent', kind: 'page', locale: 'en', product: null, ...built };
}
const heading = (text: string, level = 2): Block => ({ type: 'heading', level, text });
const line = (text: string, shape: 'prose' | 'rows' | 'facts' = 'prose'): Block => ({
  type: 'line',
  text,
  shape,
});
const slices = ({ text, sections }: SourceDocument) =>
  sections.map(({ heading: path, start, end }) => [path.join(' > '), text.slice(start, end)]);

describe('withoutBlocks', () => {
  const box = (text: string) => text.startsWith('box');

  it('drops lines, and the headings that have none left', () => {
    const document = documentOf([
      line('box at the top'),
      line('A tent for two.'),
      heading('Service'),
      line('box one'),
      line('box two'),
      heading('Reviews'),
      heading('Of shoppers', 3),
      line('box three'),
      heading('Of the press', 3),
      line('Best tent of the year.'),
      heading('More'),
      line('box four'),
    ]);
    const cleaned = withoutBlocks(document, box);
    expect(cleaned.text).toBe('A tent for two.\nReviews\nOf the press\nBest tent of the year.');
    expect(slices(cleaned)).toEqual([
      ['Tent', 'A tent for two.'],
      ['Reviews > Of the press', 'Best tent of the year.'],
    ]);
  });

  it('keeps facts and table rows, whatever is asked', () => {
    const document = documentOf([
      line('box: 1', 'facts'),
      line('box of prose'),
      heading('Sizes'),
      line('box: M', 'rows'),
    ]);
    expect(withoutBlocks(document, () => true).text).toBe('box: 1\nSizes\nbox: M');
  });

  it('leaves a document alone of which nothing would remain', () => {
    const document = documentOf([heading('Service'), line('box one')]);
    expect(withoutBlocks(document, box)).toBe(document);
    expect(withoutBlocks(document, () => false)).toBe(document);
  });

  it('keeps blank lines within a section and none at its ends', () => {
    const text = 'box one\n\nfirst\n\nsecond\n\nbox two';
    const document = {
      ...documentOf([]),
      text,
      sections: [{ heading: ['Tent'], start: 0, end: text.length, shape: 'prose' as const }],
    };
    const cleaned = withoutBlocks(document, box);
    expect(slices(cleaned)).toEqual([['Tent', 'first\n\nsecond']]);
  });

  const word = fc.stringMatching(/^[a-z]{1,6}$/);
  const anyBlock = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('line' as const),
        text: word,
        shape: fc.constant('prose' as const),
      }),
    },
    fc.record({
      type: fc.constant('line' as const),
      text: word,
      shape: fc.constantFrom('rows' as const, 'facts' as const),
    }),
    fc.record({ type: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 4 }), text: word }),
  );

  it('leaves whole lines in every section, the kept ones as they were and in order', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 30 }), fc.func(fc.boolean()), (blocks, decide) => {
        const document = documentOf(blocks);
        const isDropped = (text: string) => decide(text);
        const cleaned = withoutBlocks(document, isDropped);
        const linesOf = (from: SourceDocument) =>
          from.sections.flatMap(({ heading: path, start, end, shape }) =>
            from.text
              .slice(start, end)
              .split('\n')
              .map((text) => ({ path, text, shape })),
          );
        const expected = linesOf(document).filter(({ text, shape }) => shape !== 'prose' || !isDropped(text));
        expect(linesOf(cleaned)).toEqual(expected.length === 0 ? linesOf(document) : expected);
        for (const { start, end } of cleaned.sections) {
          expect(start === 0 || cleaned.text[start - 1] === '\n').toBe(true);
          expect(end === cleaned.text.length || cleaned.text[end] === '\n').toBe(true);
          expect(cleaned.text.slice(start, end)).toBe(cleaned.text.slice(start, end).trim());
        }
      }),
    );
  });

  it('leaves a heading only where it had nothing below it before, or still has', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 30 }), (blocks) => {
        // Named apart, so that no heading is mistaken for another.
        const named = blocks.map((block, at) => ({ ...block, text: `${block.text} ${at}` }));
        const document = documentOf(named);
        const cleaned = withoutBlocks(document, (text) => Number(text.split(' ')[1]) % 2 === 0);
        const under = (from: SourceDocument) => new Set(from.sections.flatMap((section) => section.heading));
        const [before, after] = [under(document), under(cleaned)];
        for (const text of cleaned.text.split('\n')) {
          const isHeading = named.some((block) => block.type === 'heading' && block.text === text);
          if (isHeading && before.has(text)) expect(after.has(text) || cleaned === document).toBe(true);
        }
      }),
    );
  });
});
