import { describe, expect, it } from 'vitest';
import { readSuiteFiles } from '../testing/read-suite-files.ts';

const CASE = '{ id: a, question: Q?, expect: { status: answered } }';
const mistakesOf = async (files: Record<string, string>) => (await readSuiteFiles(files)).mistakes;
const idsOf = async (files: Record<string, string>) => {
  const read = await readSuiteFiles(files);
  expect(read.mistakes).toEqual([]);
  return read.suite === null ? [] : read.cases.map(({ id }) => id);
};

describe('readSuite', () => {
  it('reads the example of the format', async () => {
    const read = await readSuiteFiles({
      'returns.yaml': `
suite: returns
store: sample
gates: { factsFound: 0.9, quoteValidity: 1.0, support: { lowerBound: 0.8 }, "tag:policy": { passed: 1 } }
cases:
  - id: worn-items
    question: Can I return a worn jacket?
    tags: [policy]
    gates: { support: 1 }
    expect: { facts: ["worn", { any: [free, "no charge"] }, { regex: "30 days?" }], citations: ["*/returns"], status: answered }
  - id: follow-up
    conversation: [{ question: "Do you ship to Spain?", market: ES, locale: es }, { question: "How long does that take?" }]
    locale: en
    filters: { maxPrice: 100 }
    expect: { answers: ["5-7 days", [five, days]] }
  - id: nobody-said
    question: Who won the 1998 World Cup?
    expect: { status: [abstained, handoff] }
`,
    });
    expect(read).toMatchObject({
      mistakes: [],
      suite: {
        name: 'returns',
        store: 'sample',
        sources: null,
        gates: { factsFound: 0.9, quoteValidity: 1, support: { lowerBound: 0.8 } },
        tagGates: { policy: { passed: 1 } },
        cases: { count: 3 },
      },
      cases: [
        {
          id: 'worn-items',
          tags: ['policy'],
          turns: [{ question: 'Can I return a worn jacket?', locale: null, market: null, filters: null }],
          gates: { support: 1 },
          expect: {
            status: ['answered'],
            facts: ['worn', { any: ['free', 'no charge'] }, { regex: '30 days?' }],
            factsMode: 'all',
            citationsMode: 'all',
          },
        },
        {
          turns: [
            { question: 'Do you ship to Spain?', locale: 'es', market: 'ES', filters: { maxPrice: 100 } },
            { question: 'How long does that take?', locale: 'en', market: null, filters: { maxPrice: 100 } },
          ],
          expect: { answers: [['5-7 days'], ['five', 'days']] },
        },
        { expect: { status: ['abstained', 'handoff'] } },
      ],
    });
  });

  it('is called as its file where it does not say', async () => {
    const read = await readSuiteFiles({ 'returns.yaml': `cases: [${CASE}]` });
    expect(read.suite?.name).toBe('returns');
    const lines = await readSuiteFiles({
      'shipping.jsonl': '{"id":"a","question":"Q?","expect":{"status":"answered"}}',
    });
    expect(lines.suite?.name).toBe('shipping');
  });

  it('reads its cases anew each time, and says so when their file has changed since', async () => {
    const line = (id: string) => `{"id":"${id}","question":"Q?","expect":{"status":"answered"}}\n`;
    const { mkdtemp, rm, writeFile } = await import('node:fs/promises');
    const { tmpdir } = await import('node:os');
    const { readSuite } = await import('./read-suite.ts');
    const folder = await mkdtemp(`${tmpdir()}/aisle-suite-`);
    try {
      await writeFile(`${folder}/s.jsonl`, line('a') + line('b'));
      const { cases } = await readSuite(`${folder}/s.jsonl`);
      const read = async () => {
        const ids: string[] = [];
        for await (const { id } of cases.read()) ids.push(id);
        return ids;
      };
      expect([await read(), await read()]).toEqual([
        ['a', 'b'],
        ['a', 'b'],
      ]);
      await writeFile(`${folder}/s.jsonl`, line('a'));
      await expect(read()).rejects.toThrow(/s\.jsonl: expected the cases .* changed since/);
      await writeFile(`${folder}/s.jsonl`, `${line('a')}{"id":5}\n`);
      await expect(read()).rejects.toThrow(/s\.jsonl:2: expected the cases .* changed since/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('takes the cases of included files after its own, with the tags of the files around them', async () => {
    const files = {
      'all.yaml': `suite: all\ntags: [release]\ninclude: [more.jsonl, "parts/*.yaml"]\ncases: [${CASE}]`,
      'more.jsonl':
        '{"tags":["lines"],"gates":{"passed":1}}\n{"id":"b","question":"Q?","tags":["own"],"expect":{"status":"answered"}}\n',
      'parts/two.yaml': `cases: [${CASE.replace('a,', 'd,')}]`,
      'parts/one.yaml': `include: [deep/three.yaml]\ncases: [${CASE.replace('a,', 'c,')}]`,
      'parts/deep/three.yaml': `cases: [${CASE.replace('a,', 'e,')}]`,
    };
    const read = await readSuiteFiles(files);
    expect(read).toMatchObject({
      suite: { name: 'all', gates: {} },
      cases: [
        { id: 'a', tags: ['release'] },
        { id: 'b', tags: ['own', 'lines', 'release'] },
        { id: 'c', tags: ['release'] },
        { id: 'e' },
        { id: 'd' },
      ],
    });
    expect(read.suite?.files.map((path) => path.replace(/^.*?\/aisle-suite-[^/]+\//u, ''))).toEqual([
      ...['all.yaml', 'more.jsonl', 'parts/one.yaml', 'parts/deep/three.yaml', 'parts/two.yaml'],
    ]);
  });

  it('leaves the file itself out of its own glob', async () => {
    const other = `cases: [${CASE.replace('a,', 'b,')}]`;
    const files = { 'all.yaml': 'include: ["*.yaml"]', 'other.yaml': other };
    expect(await idsOf(files)).toEqual(['b']);
  });

  it('takes store and sources from the first file that says them', async () => {
    const read = await readSuiteFiles({
      'all.yaml': 'include: [one.yaml, two.yaml]',
      'one.yaml': `cases: [${CASE}]`,
      'two.yaml': `store: sample\ncases: [${CASE.replace('a,', 'b,')}]`,
    });
    expect(read.suite).toMatchObject({ store: 'sample', sources: null });
    const made = await readSuiteFiles({
      'all.yaml': `sources: [site, "https://a.test/"]\ninclude: [parts/one.yaml]`,
      'parts/one.yaml': `sources: ["https://a.test/", ../site]\ncases: [${CASE}]`,
      'site/page.md': '# Page',
    });
    expect(made.suite?.sources).toEqual([
      expect.stringMatching(/aisle-suite-[^/]+\/site$/u),
      'https://a.test/',
    ]);
  });

  const line = '{"id":"a","question":"Q?","expect":{"status":"answered"}}';
  it.each<[string, Record<string, string>, string[]]>([
    [
      'an included file that is not there, and a glob that matches none',
      { 's.yaml': 'include:\n  - gone.yaml\n  - "x/*.yaml"\n' },
      [
        's.yaml:2:5: include[0]: expected a suite file (YAML, JSON or JSONL), got gone.yaml: no such file',
        's.yaml:3:5: include[1]: expected a glob that matches a file, got x/*.yaml, which matches none',
      ],
    ],
    [
      'a cycle',
      { 'a.yaml': 'include: [b.yaml]', 'b.yaml': `include: [c.yaml]`, 'c.yaml': 'include: [a.yaml]' },
      [
        'c.yaml:1:11: include[0]: expected a file that does not include this one, got a.yaml: a.yaml includes b.yaml includes c.yaml',
      ],
    ],
    [
      'a file that is included twice',
      { 'a.yaml': 'include: [b.jsonl, "./b.jsonl"]', 'b.jsonl': line },
      ['a.yaml:1:20: include[1]: expected each file once, got ./b.jsonl, which a.yaml includes already'],
    ],
    [
      'an id that another file has',
      { 'a.yaml': `include: [b.jsonl]\ncases:\n  - ${CASE}`, 'b.jsonl': `\n${line}\n${line}` },
      [
        'b.jsonl:2:2: id: expected an id that no other case has, got "a", which a.yaml:3 has already',
        'b.jsonl:3:2: id: expected an id that no other case has, got "a", which a.yaml:3 has already',
      ],
    ],
    [
      'another store',
      { 'a.yaml': 'store: one\ninclude: [b.jsonl]', 'b.jsonl': `{ "store": "two" }\n${line}` },
      ['b.jsonl:1:3: store: expected none, or store one as a.yaml says, got store two'],
    ],
    [
      'sources that do not exist',
      { 'a.yaml': `sources:\n  - ./gone\ncases: [${CASE}]` },
      ['a.yaml:2:5: sources[0]: expected a URL, file or folder, got ./gone, which does not exist'],
    ],
    [
      'mistakes in every file at once, and no case in the last',
      {
        'a.yaml': 'gates: { pased: 1 }\ninclude: [b.jsonl, c.jsonl, d.yaml]\ncases: 5',
        'b.jsonl': '{"suite":5}\n{"id":"a","question":"Q?"}\n{"id" "a"}',
        'c.jsonl': '\n\n',
        'd.yaml': 'cases: [',
      },
      [
        expect.stringMatching(
          /^a\.yaml:1:10: gates\.pased: expected one of .*, got pased; did you mean passed\?$/u,
        ),
        'a.yaml:3:1: cases: expected a list, got the number 5',
        'b.jsonl:1:2: suite: expected text, got the number 5; in quotes it is text: "5"',
        'b.jsonl:2:1: expect: expected fields with values, got nothing',
        'b.jsonl:3:7: expected valid JSON: a colon, got "\\"a\\"}"',
        'c.jsonl:1:1: expected a case a line, got no case',
        expect.stringMatching(/^d\.yaml:1:\d+: expected valid YAML, got /u),
      ],
    ],
  ])('reports %s', async (_, files, mistakes) => {
    expect(await mistakesOf(files)).toEqual(mistakes);
  });

  it('says of a file that is not there, or is a folder, that it is none', async () => {
    const { readSuite } = await import('./read-suite.ts');
    await expect(readSuite('/nowhere/none.yaml')).rejects.toThrow(
      /^\/nowhere\/none\.yaml: expected a suite file \(YAML, JSON or JSONL\), got no such file$/u,
    );
    await expect(readSuite(import.meta.dirname)).rejects.toThrow(/got a folder$/u);
  });

  it('lists a thousand mistakes and counts the others', async () => {
    const mistakes = await mistakesOf({ 's.jsonl': '{}\n'.repeat(1000) });
    expect([mistakes.length, mistakes.at(-1)]).toEqual([1001, expect.stringMatching(/^… and \d+ more/u)]);
  });
});
