import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePartsParser, type RawPart } from './parts-parser.ts';

const part = fc.record({ text: fc.string(), citations: fc.array(fc.nat()) });
const answer = fc.record({ answerable: fc.constant(true), parts: fc.array(part) });

function parse(...chunks: string[]): RawPart[] {
  const parser = makePartsParser();
  return chunks.flatMap((chunk) => parser.push(chunk));
}

describe('makePartsParser', () => {
  it('finds every part, wherever the stream is torn', () => {
    fc.assert(
      fc.property(answer, fc.integer({ min: 1, max: 9 }), fc.boolean(), (value, size, pretty) => {
        const json = JSON.stringify(value, null, pretty ? 2 : 0);
        const chunks = Array.from({ length: Math.ceil(json.length / size) }, (_, i) =>
          json.slice(i * size, (i + 1) * size),
        );
        expect(parse(...chunks)).toEqual(value.parts);
      }),
    );
  });

  it('gives the complete parts of a cut-off answer, in order', () => {
    fc.assert(
      fc.property(answer, fc.nat(), (value, cut) => {
        const json = JSON.stringify(value);
        const found = parse(json.slice(0, cut % (json.length + 1)));
        expect(found).toEqual(value.parts.slice(0, found.length));
      }),
    );
  });

  it('gives a part before the next one begins', () => {
    const parser = makePartsParser();
    expect(parser.push('{"answerable":true,"parts":[{"text":"a {b} \\"c\\"","citations":[1]')).toEqual([]);
    expect(parser.push('}')).toEqual([{ text: 'a {b} "c"', citations: [1] }]);
    expect(parser.push(',{"text":"d"}')).toEqual([{ text: 'd', citations: undefined }]);
  });

  it('withstands any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '"', '\\', '[', ',', '"text":', 'a', '\n') }),
        (text) => {
          for (const found of parse(text)) expect(typeof found.text).toBe('string');
        },
      ),
    );
  });

  it.each([
    [
      'a code fence and prose with odd quotes',
      'The 5" answer:\n```json\n{"parts":[{"text":"x","citations":[1]}]}\n```',
    ],
    ['a bare list', '[{"text":"x","citations":[1]}]'],
    ['trailing commas', '{"answerable":true,"parts":[{"text":"x","citations":[1,],},],}'],
    ['braces in prose', 'Use {this} form: {"parts":[{"text":"x","citations":[1]}]}'],
    [
      'reasoning with drafts',
      '<think>maybe {"text":"no","citations":[2]}?</think>{"parts":[{"text":"x","citations":[1]}]}',
    ],
  ])('reads through %s', (_, text) => {
    expect(parse(text)).toEqual([{ text: 'x', citations: [1] }]);
  });

  it('reads a text with a raw line break', () => {
    expect(parse('{"parts":[{"text":"x\ny","citations":[1]}]}')).toEqual([{ text: 'x y', citations: [1] }]);
  });

  it('gives no part of an answer that says there is none', () => {
    const parser = makePartsParser();
    expect(parser.push('{"answerable": false, "parts": [{"text":"Perhaps.","citations":[1]}]}')).toEqual([]);
    expect(parser.sawAnswer).toBe(true);
  });

  it.each([
    ['{"answerable": false, "parts": []}', true],
    ['{"parts": []}', true],
    ['I can not answer that.', false],
    ['{"error": "no"}', false],
  ])('knows whether %s is an answer', (text, expected) => {
    const parser = makePartsParser();
    parser.push(text);
    expect(parser.sawAnswer).toBe(expected);
  });

  it('stops taking text that never ends', () => {
    const parser = makePartsParser();
    for (let n = 0; n < 30; n++) parser.push('{"a":{"b":[{'.repeat(1000));
    expect(parser.full).toBe(true);
  });
});
