import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PassageShape } from '../sql/document.ts';
import { chunkDocument } from './chunk.ts';
import type { Section } from './extract/source-document.ts';

const countWords = (text: string) => text.split(/\s+/).filter(Boolean).length;

function documentOf(parts: { heading: string; lines: string[]; shape?: PassageShape }[]) {
  let text = '';
  const sections: Section[] = [];
  for (const { heading, lines, shape = 'prose' } of parts) {
    text += `${text === '' ? '' : '\n'}${heading}\n`;
    const body = lines.join('\n');
    sections.push({ heading: [heading], start: text.length, end: text.length + body.length, shape });
    text += body;
  }
  return { text, sections };
}

const chunksOf = (document: ReturnType<typeof documentOf>, maxTokens: number) =>
  chunkDocument(document, { countTokens: countWords, maxTokens }).map(({ start, end }) =>
    document.text.slice(start, end),
  );

describe('chunkDocument', () => {
  it('keeps a short section whole and never joins two', () => {
    const document = documentOf([
      { heading: 'Returns', lines: ['Within 60 days.', 'Unworn only.'] },
      { heading: 'Shipping', lines: ['Free over $75.'] },
    ]);
    expect(chunksOf(document, 50)).toEqual(['Within 60 days.\nUnworn only.', 'Free over $75.']);
    expect(chunkDocument(document, { countTokens: countWords })[1]?.heading).toEqual(['Shipping']);
  });

  it('cuts between lines, into passages of about one size', () => {
    const lines = Array.from({ length: 11 }, (_, at) => `Line number ${at} ends here.`);
    const chunks = chunksOf(documentOf([{ heading: 'H', lines }]), 30);
    expect(chunks.join('\n')).toBe(lines.join('\n'));
    expect(chunks.map((chunk) => chunk.split('\n').length)).toEqual([4, 4, 3]);
  });

  it('cuts a long line between its sentences', () => {
    const sentence = 'We ship approx. five orders to the U.S. Postal Service.';
    const chunks = chunksOf(documentOf([{ heading: 'H', lines: [Array(6).fill(sentence).join(' ')] }]), 24);
    expect(chunks).toEqual(Array(3).fill(`${sentence} ${sentence}`));
  });

  it('cuts a sentence that is too long between words, and a word that is too long anywhere', () => {
    const sentence = Array.from({ length: 25 }, (_, at) => `word${at}`).join(' ');
    const chunks = chunksOf(documentOf([{ heading: 'H', lines: [sentence] }]), 11);
    expect(chunks.join(' ')).toBe(sentence);
    expect(chunks.every((chunk) => countWords(chunk) <= 11)).toBe(true);
    const emoji = '👟'.repeat(500);
    const letters = chunkDocument(documentOf([{ heading: 'H', lines: [emoji] }]), {
      countTokens: (text) => text.length,
      maxTokens: 51,
    });
    expect(letters.every(({ start, end }) => end - start <= 50 && (end - start) % 2 === 0)).toBe(true);
  });

  it('keeps a table row whole, however long', () => {
    const row = `Region: Canada; Note: ${'Customs apply. '.repeat(40).trim()}`;
    const chunks = chunksOf(
      documentOf([
        { heading: 'H', lines: ['Region: US; Note: none', row, 'Region: UK; Note: none'], shape: 'rows' },
      ]),
      20,
    );
    expect(chunks).toContain(row);
  });

  it('refuses a size that no passage can have', () => {
    expect(() =>
      chunkDocument({ text: '', sections: [] }, { countTokens: countWords, maxTokens: 0 }),
    ).toThrow('at least 1, got 0');
  });

  it('puts every visible character of every section into exactly one trimmed passage of its heading, for any text', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('Yes.', 'e.g.', 'No!', '。', 'A: b;', ' '),
    );
    const line = fc.array(word, { maxLength: 30 }).map((words) => words.join(' ').replace(/[\n\r]/g, ' '));
    const part = fc.record({
      heading: fc.constantFrom('One', 'Two'),
      lines: fc.array(line, { maxLength: 8 }),
      shape: fc.constantFrom<PassageShape>('prose', 'rows', 'facts'),
    });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), fc.integer({ min: 1, max: 40 }), (parts, maxTokens) => {
        const document = documentOf(parts);
        const chunks = chunkDocument(document, { countTokens: countWords, maxTokens });
        for (const section of document.sections) {
          const own = chunks.filter((chunk) => chunk.start >= section.start && chunk.end <= section.end);
          let at = section.start;
          for (const { start, end, heading, shape } of own) {
            expect([heading, shape]).toEqual([section.heading, section.shape]);
            expect(document.text.slice(at, start).trim()).toBe('');
            const text = document.text.slice(start, end);
            expect(text).toBe(text.trim());
            expect(text).not.toBe('');
            at = end;
          }
          expect(document.text.slice(at, section.end).trim()).toBe('');
        }
        expect(
          chunks.every((chunk) =>
            document.sections.some(({ start, end }) => start <= chunk.start && chunk.end <= end),
          ),
        ).toBe(true);
      }),
    );
  });

  it('stays linear on one word of two million characters', () => {
    const document = documentOf([{ heading: 'H', lines: ['x'.repeat(2_000_000)] }]);
    expect(chunkDocument(document, { countTokens: (text) => text.length }).length).toBeGreaterThan(9_000);
  });
});
