import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSuite } from '../suite-file/parse-suite.ts';
import { appendCases, type NewCase } from './append-cases.ts';

const entry = (id: string, question = 'How long?'): NewCase => ({
  comment: [`from ${id}\ncases: []`],
  entry: { id, draft: true, question, expect: { facts: ['30 days'], citations: ['*/returns'] } },
});
const HEAD = { suite: 'made', store: 'shop' };

describe('appendCases', () => {
  it('begins a file that is empty with its head', () => {
    const text = appendCases('', 'a.yaml', [entry('one')], HEAD);
    expect(text).toBe(`suite: made
store: shop
cases:
  # from one cases: []
  - id: one
    draft: true
    question: How long?
    expect:
      facts: [ 30 days ]
      citations: [ "*/returns" ]
`);
    const { cases, mistakes } = parseSuite(text);
    expect(mistakes).toEqual([]);
    expect(cases).toMatchObject([{ id: 'one', tags: ['draft'], expect: { facts: ['30 days'] } }]);
  });

  it('leaves everything that stands in the file as it is, to the letter', () => {
    const before = `# Ours
suite:   returns
cases:
      - {id: a,   question: "Why?", expect: {facts: [x1]}} # flow
      # about b
      - id: b
        question: >-
          How
          long?
        expect: { facts: ['a   b'] }   # spaces

      # the end of the list

gates: { passed: 1 }   # after it`;
    const text = appendCases(before, 'a.yml', [entry('c'), entry('d')], HEAD);
    const rest = text.replace(/ {6}# from c[\s\S]*citations: \[ "\*\/returns" \]\n/u, '');
    expect(rest).toBe(before);
    const parsed = parseSuite(text);
    expect(parsed.mistakes).toEqual([]);
    expect(parsed.cases.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(parsed.head.gates).toEqual({ passed: 1 });
  });

  it('adds to a list in brackets, to no list, and keeps line ends', () => {
    const flow = appendCases(
      'cases: [{ id: a, question: "b?", expect: { facts: [x1] } }]\n',
      'a.yaml',
      [entry('c')],
      HEAD,
    );
    expect(parseSuite(flow).cases.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(parseSuite(appendCases('suite: x # y', 'a.yaml', [entry('c')], HEAD)).cases).toHaveLength(1);
    const crlf = appendCases(
      'suite: x\r\ncases:\r\n- id: a\r\n  question: b?\r\n  expect: {facts: [x1]}\r\n',
      'a.yaml',
      [entry('c')],
      HEAD,
    );
    expect(crlf.replaceAll('\r\n', '')).not.toContain('\n');
    expect(parseSuite(crlf).cases.map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('adds lines to JSONL and entries to JSON', () => {
    const lines = appendCases('', 'a.jsonl', [entry('one')], HEAD)
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([HEAD, { id: 'one' }]);
    expect(appendCases('{"id":"x"}', 'a.jsonl', [entry('one')], HEAD).split('\n')).toHaveLength(3);
    const json = JSON.parse(appendCases('{"gates":{},"cases":[{"id":"x"}]}', 'a.json', [entry('one')], HEAD));
    expect(json).toMatchObject({ gates: {}, cases: [{ id: 'x' }, { id: 'one' }] });
  });

  it('refuses what is no suite', () => {
    expect(() => appendCases('- a\n- b\n', 'a.yaml', [entry('c')], HEAD)).toThrow('expected a suite');
    expect(() => appendCases('a: [', 'a.yaml', [entry('c')], HEAD)).toThrow('expected a suite in YAML');
    expect(() => appendCases('{', 'a.json', [entry('c')], HEAD)).toThrow('expected a suite in JSON');
  });

  it('writes any question so that it is read back as it was, and no comment becomes a field', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((value) => /\S/u.test(value));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), text, (questions, comment) => {
        const cases = questions.map((question, index) => ({
          ...entry(`c${index}`, question),
          comment: [comment],
        }));
        const written = appendCases(
          'suite: s\ncases:\n  - id: a\n    question: b?\n    expect: { facts: [x1] }\n',
          'a.yaml',
          cases,
          HEAD,
        );
        const { cases: read, mistakes } = parseSuite(written);
        expect(mistakes).toEqual([]);
        expect(read.slice(1).map(({ turns }) => turns[0]?.question)).toEqual(questions);
      }),
    );
  });
});
