import { z } from '@hono/zod-openapi';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeIssues } from './describe-issues.ts';
import { answerRequestSchema } from './schemas/answer-request.ts';

function mistakes(schema: z.ZodType, input: unknown) {
  const result = schema.safeParse(input);
  return result.success ? [] : describeIssues(result.error.issues, input, 'body');
}

test('says all mistakes at once, each with its path, expected and got', () => {
  const input = { question: 4, limit: 99, locale: 'x y', filters: { maxPrice: 'cheap' }, stoer: 'a' };
  expect(mistakes(answerRequestSchema, input)).toEqual([
    { path: 'question', expected: 'text', got: 'the number 4' },
    { path: 'locale', expected: 'a BCP 47 language such as "en" or "es-MX"', got: 'the text "x y"' },
    { path: 'filters.maxPrice', expected: 'a number', got: 'the text "cheap"' },
    { path: 'limit', expected: 'at most 20', got: 'the number 99' },
    { path: 'stoer', expected: expect.stringContaining('/openapi.json'), got: 'an unknown field' },
  ]);
});

test('tells nothing, empty, blank and too long questions apart', () => {
  const got = (input: unknown) => mistakes(answerRequestSchema, input).map((mistake) => mistake.got);
  expect(got({})).toEqual(['nothing']);
  expect(got({ question: null })).toEqual(['null']);
  expect(got({ question: '' })).toEqual(['empty text']);
  expect(got({ question: ' \n' })).toEqual(['nothing but white space']);
  expect(got({ question: 'x'.repeat(2001) })).toEqual(['text of 2001 characters']);
  expect(got([])).toEqual(['a list of 0']);
});

test('names the choices of a union and of an enumeration, and the place in a list', () => {
  const schema = z.object({ list: z.array(z.union([z.enum(['a', 'b']), z.number()])) });
  expect(mistakes(schema, { list: [1, true] })).toEqual([
    { path: 'list[1]', expected: '"a", "b" or a number', got: 'the boolean true' },
  ]);
});

test('any JSON gets a description or passes', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (input) => {
      for (const mistake of mistakes(answerRequestSchema, input)) {
        expect(mistake.path).not.toBe('');
        expect(mistake.expected).not.toBe('');
        expect(mistake.got.length).toBeLessThan(200);
      }
    }),
  );
});
