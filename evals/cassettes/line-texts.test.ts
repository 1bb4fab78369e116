import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromLines, toLines } from './line-texts.ts';
import { canonicalJson, hashCall } from './model-call.ts';

const json = fc.jsonValue().map((value) => ({ value, $lines: value }));
const strings = fc.oneof(
  json,
  fc.record({ $lines: fc.array(fc.string()) }),
  fc.string({ unit: fc.constantFrom('\n', 'a') }),
);

it('a value of texts in lines is the value again, whatever its keys are called', () => {
  fc.assert(
    fc.property(strings, (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(fromLines(JSON.parse(JSON.stringify(toLines(plain))))).toEqual(plain);
    }),
  );
});

it('calls are the same whatever the order of their keys, and differ with any value', () => {
  const call = (body: unknown) => hashCall({ method: 'POST', path: '/chat/completions', body }).hash;
  expect(call({ a: 1, b: { c: [1, 2], d: null } })).toBe(call({ b: { d: null, c: [1, 2] }, a: 1 }));
  expect(call({ c: [1, 2] })).not.toBe(call({ c: [2, 1] }));
  expect(canonicalJson({ b: 1, a: [{ d: 1, c: 2 }] })).toBe('{"a":[{"c":2,"d":1}],"b":1}');
});
