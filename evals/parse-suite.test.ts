import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSuite } from './parse-suite.ts';
import { describeMistakes } from './read-suite.ts';

const mistakesOf = (yaml: string) => {
  const parsed = parseSuite(yaml);
  return parsed.ok ? [] : describeMistakes('s.yaml', parsed.mistakes).split('\n');
};

describe('parseSuite', () => {
  it('reads the example of the format', () => {
    const parsed = parseSuite(`
suite: returns
store: sample
gates: { answered: 0.9, citationRecall: 0.9, abstention: 0.9, quoteValidity: 1.0 }
cases:
  - id: worn-items
    question: Can I return a worn jacket?
    expect: { facts: ["worn"], citations: ["*/returns"], status: answered }
  - id: follow-up
    conversation: [{ question: "Do you ship to Spain?" }, { question: "How long does that take?" }]
    expect: { facts: ["5 to 7 days", "5-7 days"], factsMode: any }
  - id: nobody-said
    question: Who won the 1998 World Cup?
    expect: { status: abstained }
`);
    expect(parsed).toMatchObject({
      ok: true,
      suite: {
        name: 'returns',
        store: 'sample',
        sources: null,
        gates: { answered: 0.9, quoteValidity: 1 },
        cases: [
          {
            id: 'worn-items',
            questions: ['Can I return a worn jacket?'],
            tags: [],
            expect: { factsMode: 'all' },
          },
          { questions: ['Do you ship to Spain?', 'How long does that take?'], expect: { factsMode: 'any' } },
          { expect: { status: 'abstained' } },
        ],
      },
    });
  });

  it('reports every mistake at once, with line and column, in the order of the file', () => {
    const mistakes = mistakesOf(`suite: s
gates:
  answerd: 0.9
  answered: 90
  cited: high
colour: red
cases:
  - id: a
    question: Q?
    expect: { status: refused }
  - id: a
    expect: { facts: [30], fact: x }
  - id: c
    question: Q?
    conversation: [{ question: Q? }]
    expect: { factsMode: any }
  - id: d
    question: ""
    locale: e
    expect: { forbidden: [], facts: ["—"] }
`);
    expect(mistakes.map((line) => line.replace(/(one of the metrics passed).*?, got/, '$1…, got'))).toEqual([
      's.yaml:3:3: gates.answerd: expected one of the metrics passed…, got answerd',
      's.yaml:4:3: gates.answered: expected a minimum from 0 to 1, got 90',
      's.yaml:5:3: gates.cited: expected number, got string "high"',
      's.yaml:6:1: colour: expected a field of the suite format, got colour',
      's.yaml:10:15: cases[0].expect.status: expected one of answered, clarify, abstained, handoff, got string "refused"',
      's.yaml:11:5: cases[1]: expected either question or conversation, got neither',
      's.yaml:11:5: cases[1].id: expected an id that no other case has, got "a", which cases[0] has already',
      's.yaml:12:23: cases[1].expect.facts[0]: expected string, got number 30',
      's.yaml:12:28: cases[1].expect.fact: expected a field of the suite format, got fact',
      's.yaml:13:5: cases[2]: expected either question or conversation, got both',
      's.yaml:16:5: cases[2].expect: expected at least one of status, facts, forbidden, citations, products, locale, got no expectation, so the case could not fail',
      's.yaml:18:5: cases[3].question: expected a question of 1 to 2000 characters, got string ""',
      's.yaml:19:5: cases[3].locale: expected a language such as en or es-MX, got string "e"',
      's.yaml:20:15: cases[3].expect.forbidden: expected at least 1 entry, got array []',
      's.yaml:20:38: cases[3].expect.facts[0]: expected text with a letter, digit or symbol, got string "—"',
    ]);
  });

  it('points at the parent of what is missing', () => {
    expect(mistakesOf('suite: s\ncases:\n  - question: Q?\n    expect: { status: answered }\n')).toEqual([
      's.yaml:3:5: cases[0].id: expected string, got nothing',
    ]);
    expect(mistakesOf('suite: s\n')).toEqual(['s.yaml:1:1: cases: expected array, got nothing']);
  });

  it('refuses store together with sources', () => {
    const mistakes = mistakesOf(
      'suite: s\nstore: a\nsources: [./x]\ncases: [{ id: a, question: Q?, expect: { status: answered } }]\n',
    );
    expect(mistakes).toEqual(['s.yaml:3:1: sources: expected either store or sources, got both']);
  });

  it('allows a maximum in milliseconds for latency', () => {
    const yaml =
      'suite: s\ngates: { latencyP95: 500 }\ncases: [{ id: a, question: Q?, expect: { status: answered } }]';
    expect(parseSuite(yaml)).toMatchObject({ ok: true, suite: { gates: { latencyP95: 500 } } });
  });

  it('says where the YAML itself is broken, and reports a key given twice beside other mistakes', () => {
    expect(mistakesOf('suite: s\ncases: [\n')[0]).toMatch(/^s\.yaml:\d+:\d+: expected valid YAML, got /);
    expect(mistakesOf('suite: s\nsuite: t\ncases: 5\n')).toEqual([
      's.yaml:2:1: expected valid YAML, got Map keys must be unique',
      's.yaml:3:1: cases: expected array, got number 5',
    ]);
  });

  it.each(['', '[]', '5', 'null', '# nothing'])('says of %j that it is no suite', (yaml) => {
    expect(mistakesOf(yaml)[0]).toMatch(/expected object, got /);
  });

  it('never throws, and tells a place within the file for each mistake', () => {
    const piece = fc.constantFrom(
      'suite',
      'cases',
      ':',
      ' ',
      '\n',
      '- ',
      '[',
      '{',
      '"',
      '*a',
      '&a',
      'id',
      '?',
      '!!x',
      '#',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const parsed = parseSuite(pieces.join(''));
        if (parsed.ok) return;
        expect(parsed.mistakes.length).toBeGreaterThan(0);
        for (const mistake of parsed.mistakes) {
          expect(mistake.line).toBeGreaterThanOrEqual(1);
          expect(mistake.column).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });
});
