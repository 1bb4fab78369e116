import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSuiteFiles } from '../testing/read-suite-files.ts';
import { parseSuite } from './parse-suite.ts';

/** Mistakes as `line:column: path: expected …, got …`, long lists of names cut. */
const mistakesOf = (yaml: string) =>
  parseSuite(yaml).mistakes.map(({ line, column, path, expected, got }) => {
    const words = expected.replace(/((?:\w+, ){3})(?:\w+, )+\w+(?=$|, or)/u, '$1…');
    return `${line}:${column}: ${path === '' ? '' : `${path}: `}expected ${words}, got ${got}`;
  });

/** A case with these expectations, which stand in line 4. */
const expecting = (fields: string) => `cases:\n  - id: a\n    question: Q?\n    expect: ${fields}\n`;

describe('mistakes of a suite file', () => {
  it('are all told at once, with line and column, in the order of the file', () => {
    expect(
      mistakesOf(`suite: s
gates:
  answerd: 0.9
  answered: 90
  cited: high
  support: { lowerBond: 1 }
  latencyP95: { lowerBound: 5 }
  "tag:x": { mrr: 2, mr: 1 }
colour: red
cases:
  - id: a
    question: Q?
    expect: { status: refused }
  - expect: { facts: [30], fact: x }
  - id: c
    question: Q?
    conversation: [{ question: Q?, lcale: en }]
    expect: { factsMode: any }
  - id: d
    question: ""
    locale: e
    market: Spain
    filters: { minPrice: -1 }
    gates: { latencyP95: 100, factsFound: { lowerBound: 1 } }
    expect: { forbidden: [], facts: ["—"] }
`),
    ).toEqual([
      '3:3: gates.answerd: expected one of the metrics passed, answered, cited, …, or tag:NAME, or change, got answerd; did you mean answered?',
      '4:3: gates.answered: expected at most 1, got the number 90',
      '5:3: gates.cited: expected a number or fields with values, got "high"',
      '6:3: gates.support.lowerBound: expected a number, got nothing',
      '6:14: gates.support.lowerBond: expected one of lowerBound, got lowerBond; did you mean lowerBound?',
      '7:3: gates.latencyP95.upperBound: expected a number, got nothing',
      '7:17: gates.latencyP95.lowerBound: expected one of upperBound, got lowerBound; did you mean upperBound?',
      '8:14: gates.tag:x.mrr: expected at most 1, got the number 2',
      '8:22: gates.tag:x.mr: expected one of passed, answered, cited, …, got mr; did you mean mrr?',
      '9:1: colour: expected one of suite, store, sources, …, got colour',
      '13:15: cases[0].expect.status: expected one of answered, clarify, abstained, handoff, got "refused"',
      '14:5: cases[1].id: expected text, got nothing',
      '14:5: cases[1]: expected either question or conversation, got neither',
      '14:23: cases[1].expect.facts[0]: expected text or fields with values, got the number 30; in quotes it is text: "30"',
      '14:28: cases[1].expect.fact: expected one of status, facts, factsMode, …, got fact; did you mean facts?',
      '15:5: cases[2]: expected either question or conversation, got both',
      '17:36: cases[2].conversation[0].lcale: expected one of question, locale, market, filters, got lcale; did you mean locale?',
      '18:5: cases[2].expect: expected at least one expectation, such as status, facts or citations, got none, so the case could not fail',
      '18:15: cases[2].expect.factsMode: expected facts beside it, got no facts',
      '20:5: cases[3].question: expected a question of 1 to 2000 characters, got ""',
      '21:5: cases[3].locale: expected a language such as en or es-MX, got "e"',
      '22:5: cases[3].market: expected an ISO 3166 country code such as ES, got "Spain"',
      '23:16: cases[3].filters.minPrice: expected at least 0, got the number -1',
      '24:14: cases[3].gates.latencyP95: expected one of answered, cited, factsFound, …, got latencyP95',
      '24:31: cases[3].gates.factsFound: expected a number, got fields with values',
      '25:15: cases[3].expect.forbidden: expected a list of at least 1, got an empty list',
      '25:38: cases[3].expect.facts[0]: expected text with a letter, digit or symbol, got "—"',
    ]);
  });

  it.each([
    ['facts: [{ §an: [x] }]', 'facts[0].an: expected one of any, regex, got an; did you mean any?'],
    ['facts: [{ §any: [] }]', 'facts[0].any: expected a list of at least 1, got an empty list'],
    ['facts: [§{ any: [x], regex: y }]', 'facts[0]: expected either any or regex, got both'],
    [
      'facts: [{ §regex: "(" }]',
      'facts[0].regex: expected a regular expression of JavaScript with the flags iu (unterminated group), got "("',
    ],
    [
      'facts: [{ §regex: "a*" }]',
      'facts[0].regex: expected a pattern that an empty text does not match, got "a*"',
    ],
    [
      'facts: [{ §regex: "5–7" }]',
      'facts[0].regex: expected - in place of –, for a pattern is tried on the answer in its plain form, got "5–7"',
    ],
    ['answers: [[a, §5]]', 'answers[0][1]: expected text, got the number 5; in quotes it is text: "5"'],
    [
      'citations: [§/returns]',
      'citations[0]: expected a URL glob that begins with * or with https://, such as "*/returns", got "/returns"',
    ],
    [
      'citations: [§"*/returns#worn"]',
      'citations[0]: expected a URL glob without a fragment (#…): pages are told apart without it, got "*/returns#worn"',
    ],
    [
      'citations: [§"*/{a,b}"]',
      'citations[0]: expected a URL glob whose only wildcard is *; list several globs for several pages, got "*/{a,b}"',
    ],
    ['citations: ["*/a"], relevant: { §"*/a": 4 }', 'relevant.*/a: expected at most 3, got the number 4'],
    [
      'citations: ["*/a"], relevant: { §a: 1 }',
      'relevant.a: expected a URL glob that begins with * or with https://, such as "*/a", got a',
    ],
    [
      'clarify: { §atribute: x }',
      'clarify.atribute: expected one of attribute, options, got atribute; did you mean attribute?',
    ],
    ['§clarify: maybe', 'clarify: expected true or false or fields with values, got "maybe"'],
    ['handoff: { §reason: 5 }', 'handoff.reason: expected text, got the number 5; in quotes it is text: "5"'],
    [
      'status: [§answerd]',
      'status[0]: expected one of answered, clarify, abstained, handoff, got "answerd"; did you mean answered?',
    ],
    ['citations: ["*/a"], §citationsMode: one', 'citationsMode: expected one of all, any, got "one"'],
    ['status: abstained, §facts: [x]', 'facts: expected no facts with status abstained, got both'],
    [
      'status: [abstained], §citations: ["*/a"]',
      'citations: expected no citations with status abstained, got both',
    ],
    [
      'status: answered, §clarify: true',
      'clarify: expected status clarify where clarify is wanted, got status answered',
    ],
    [
      'status: clarify, §clarify: false',
      'clarify: expected another status where no clarify is wanted, got status clarify',
    ],
    [
      'status: handoff, §handoff: false',
      'handoff: expected another status where no handoff is wanted, got status handoff',
    ],
    [
      'status: answered, §productsOrder: listed',
      'productsOrder: expected products beside it, got no products',
    ],
    [
      'products: [A, B], notProducts: [C, §B]',
      'notProducts[1]: expected a SKU that is not among products, got B',
    ],
    [
      'facts: [30 days, §within 60 Days], forbidden: [60 days]',
      'facts[1]: expected a fact that can be stated without saying what is forbidden, got one that says "60 days"',
    ],
    [
      'answers: [§[free, "60 days"]], forbidden: [{ any: [a, free] }]',
      'answers[0]: expected a fact that can be stated without saying what is forbidden, got one that says "free"',
    ],
  ])('are told of expect: { %s }, at the §', (fields, mistake) => {
    const marked = expecting(`{ ${fields} }`);
    const column = (marked.split('\n')[3] ?? '').indexOf('§') + 1;
    expect(mistakesOf(marked.replace('§', ''))).toEqual([`4:${column}: cases[0].expect.${mistake}`]);
  });

  it.each([
    'status: [answered, abstained], facts: [x]',
    'status: clarify, clarify: { attribute: size, options: [S] }',
    'status: abstained, handoff: true',
    'facts: [{ any: [60 days, two months] }, x], forbidden: [60 days]',
    'facts: [60 days, 30 days], factsMode: any, forbidden: [60 days]',
    'answers: ["60 days", "30 days"], forbidden: ["60 days"]',
    'facts: [{ regex: "años?|ñ" }], citations: ["aisle-file:/site/a.html", "https://*.test/a?b=1"]',
    'products: [B, A], productsOrder: listed, notProducts: [C]',
    'citations: ["*/a"], citationsMode: any, quotes: [x], relevant: { "*/b": 0, "*/a": 3 }',
    'locale: es-MX',
  ])('are none in expect: { %s }', (fields) => {
    expect(mistakesOf(expecting(`{ ${fields} }`))).toEqual([]);
  });

  it('are none in a case whose only expectation is a gate of its own', () => {
    expect(mistakesOf('cases: [{ id: a, question: Q?, gates: { support: 1 }, expect: {} }]')).toEqual([]);
  });

  it('are placed at the parent of what is missing', () => {
    expect(mistakesOf('cases:\n  - question: Q?\n    expect: { status: answered }\n')).toEqual([
      '2:5: cases[0].id: expected text, got nothing',
    ]);
    expect(mistakesOf('suite: s\n')).toEqual([
      '1:1: cases: expected a list of cases, or include, got nothing',
    ]);
  });

  it('are store together with sources, a key given twice, and YAML that is broken', () => {
    const ok = 'cases: [{ id: a, question: Q?, expect: { status: answered } }]';
    expect(mistakesOf(`store: a\nsources: [./x]\n${ok}`)).toEqual([
      '2:1: sources: expected either store or sources, got both',
    ]);
    expect(mistakesOf('suite: s\nsuite: t\ncases: 5\n')).toEqual([
      '2:1: expected valid YAML, got Map keys must be unique',
      '3:1: cases: expected a list, got the number 5',
    ]);
    expect(mistakesOf('suite: s\ncases: [\n')[0]).toMatch(/^\d+:\d+: expected valid YAML, got /u);
  });

  it.each(['', '[]', '5', 'null', '# nothing'])('are told of %j, which is no suite', (yaml) => {
    expect(mistakesOf(yaml)[0]).toMatch(/^1:1: expected fields with values, got /u);
  });

  it('have a place within the file, whatever is in it', () => {
    const piece = fc.constantFrom(
      ...['suite', 'cases', ':', ' ', '\n', '- ', '[', '{', '"', '*a', '&a', 'id', '?', '!!x', '#', '\t'],
      ...['expect: {', 'facts: [', 'gates', 'include', '}', ']', ','],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        for (const { line, column } of parseSuite(text).mistakes) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(text.split('\n').length);
          expect(column).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });

  it('are placed in the same line of JSONL as in YAML, counted from the line’s beginning', async () => {
    const line = '{"id":"a","question":"Q?","expect":{"status":"refused","facts":["x",{"regex":"("}]}}';
    const { mistakes } = await readSuiteFiles({ 's.jsonl': `{"suite":"s"}\r\n\r\n${line}\r\n` });
    expect(mistakes).toEqual([
      `s.jsonl:3:${line.indexOf('"status"') + 1}: expect.status: expected one of answered, clarify, abstained, handoff, got "refused"`,
      expect.stringContaining(
        `s.jsonl:3:${line.indexOf('"regex"') + 1}: expect.facts[1].regex: expected a reg`,
      ),
    ]);
  });
});
