import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { z } from 'zod';
import { METRIC_NAMES } from '../metrics/metric-names.ts';
import { normaliseText } from '../metrics/normalise-text.ts';
import { readSuiteFiles } from '../testing/read-suite-files.ts';
import { caseContradictions } from './case-contradictions.ts';
import { caseFormat, suiteFormat } from './suite-format.ts';

describe('suite.schema.json', () => {
  const schema = z.toJSONSchema(suiteFormat, { target: 'draft-7', io: 'input' });

  it('is what the format says (run vitest with -u to write it anew)', async () => {
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../suites/suite.schema.json');
  });

  it('describes every field', () => {
    const bare: string[] = [];
    const visit = (node: unknown, path: string) => {
      if (typeof node !== 'object' || node === null) return;
      const { properties } = node as { properties?: Record<string, { description?: string; $ref?: string }> };
      for (const [name, field] of Object.entries(properties ?? {})) {
        if (field.description === undefined && !/filters/u.test(path)) bare.push(`${path}.${name}`);
      }
      for (const [key, value] of Object.entries(node)) visit(value, `${path}.${key}`);
    };
    visit(schema, '');
    expect(bare).toEqual([]);
  });

  it('is named by every suite of the project', () => {
    for (const [suite, path] of [
      ['sample-store.yaml', './suite.schema.json'],
      ['coffee-shop/suite.yaml', '../suite.schema.json'],
      ['electronica/suite.yaml', '../suite.schema.json'],
    ]) {
      const text = readFileSync(new URL(`../suites/${suite}`, import.meta.url), 'utf8');
      expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=${path}`);
    }
  });
});

/** Text with what makes formats differ: quotes, line breaks, U+2028, emoji, what reads as a number or as YAML. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      'yes',
      '30',
      '1e3',
      'null',
      '- a: b',
      '"',
      "it's #1",
      'a\u2028b',
      'a\nb\n',
      '\ta',
      '¿qué?',
      '{x}',
    ),
  )
  .filter((value) => /[\p{L}\p{N}]/u.test(normaliseText(value)));
const fact = fc.oneof(
  text,
  fc.record({ any: fc.array(text, { minLength: 1, maxLength: 3 }) }),
  fc.record({ regex: fc.constantFrom('\\d+ days?', 'a|b', '^(?:uno|one)\\b', '"x"') }),
);
const list = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: 1, maxLength: 3 });
const glob = fc.webPath().map((path) => `*${path.replace(/[#{}[\]]/gu, '')}`);
const sentBeside = {
  locale: fc.constantFrom('en', 'es-MX'),
  market: fc.constantFrom('ES', 'US'),
  filters: fc.constantFrom({ maxPrice: 9.5 }, { color: ['red', 'no'], inStock: true }),
};
const expectation = fc.record(
  {
    status: fc.oneof(fc.constant('answered'), fc.constant(['answered', 'clarify'])),
    facts: list(fact),
    answers: list(fc.oneof(text, list(text))),
    citations: list(glob),
    citationsMode: fc.constant('any'),
    quotes: list(text),
    products: list(text),
    productsOrder: fc.constantFrom('any', 'listed'),
    locale: fc.constantFrom('en', 'es'),
    clarify: fc.constantFrom(true, false, { attribute: 'size', options: ['S', '10'] }),
    handoff: fc.constantFrom(true, false, { reason: 'not-found' }),
    relevant: fc.dictionary(glob, fc.nat(3), { maxKeys: 3, noNullPrototype: true }),
  },
  { requiredKeys: ['facts'] },
);
const writtenCase = fc
  .tuple(
    fc.oneof(
      fc.record({ question: text }),
      fc.record({
        conversation: list(fc.record({ question: text, ...sentBeside }, { requiredKeys: ['question'] })),
      }),
    ),
    fc.record(
      { tags: list(text), gates: fc.constant({ factsFound: 0.5 }), ...sentBeside },
      { requiredKeys: [] },
    ),
    expectation,
  )
  .map(([asked, settings, expected]) => ({ ...asked, ...settings, expect: expected }))
  .filter(
    (entry) => caseFormat.safeParse({ ...entry, id: 'x' }).success && caseContradictions(entry).length === 0,
  );

describe('a suite', () => {
  it('has the same cases, whether it is written as YAML, JSON or JSONL', async () => {
    await fc.assert(
      fc.asyncProperty(list(writtenCase), async (entries) => {
        const cases = entries.map((entry, index) => ({ ...entry, id: `case ${index}` }));
        const head = { suite: 's', tags: ['all'], gates: { [METRIC_NAMES[0] ?? '']: 1 } };
        const written = {
          's.yaml': stringify({ ...head, cases }),
          's.json': JSON.stringify({ ...head, cases }, null, 2),
          's.jsonl': [head, ...cases].map((line) => `${JSON.stringify(line)}\n`).join(''),
        };
        const read = await Promise.all(
          Object.entries(written).map(([name, content]) => readSuiteFiles({ [name]: content })),
        );
        expect(read.flatMap(({ mistakes }) => mistakes)).toEqual([]);
        const [yaml, json, jsonl] = read.map((one) => one.suite !== null && [one.suite.gates, one.cases]);
        expect(yaml).toMatchObject([{ passed: 1 }, cases.map(({ id }) => ({ id }))]);
        expect(json).toEqual(yaml);
        expect(jsonl).toEqual(yaml);
      }),
      { numRuns: 60 },
    );
  });
});
