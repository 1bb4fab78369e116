import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadClapnq } from './load-clapnq.ts';
import { loadSemipqa } from './load-semipqa.ts';
import { loadSquad } from './load-squad.ts';
import { loadXquad } from './load-xquad.ts';

const data = resolve(import.meta.dirname, '../../../shared/data');
const skipped = existsSync(data) ? '' : ' (skipped: ../shared/data is not there)';

describe.skipIf(skipped !== '')(`the development sets${skipped}`, () => {
  it.each(['en', 'es'] as const)(
    'XQuAD %s: 240 paragraphs, 1,190 questions, answers in place',
    async (language) => {
      const { paragraphs, questions } = await loadXquad(join(data, 'xquad'), language);
      expect([paragraphs.length, questions.length]).toEqual([240, 1190]);
      const byId = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph.text]));
      const held = questions.filter(({ paragraphId, answers }) =>
        answers.every(({ text }) => byId.get(paragraphId)?.includes(text)),
      );
      expect(held.length).toBe(1190);
    },
  );

  it('ClapNQ: 300 answerable and 300 unanswerable, support is in the passage', async () => {
    const { passages, questions } = await loadClapnq(join(data, 'clapnq'));
    const answerable = questions.filter((question) => question.answerable);
    expect([questions.length, answerable.length]).toEqual([600, 300]);
    const byId = new Map(passages.map((passage) => [passage.id, passage]));
    for (const { passageId, support, answers } of answerable) {
      expect(answers.length).toBeGreaterThan(0);
      expect(byId.get(passageId)?.sentences).toEqual(expect.arrayContaining(support));
    }
    for (const { answers, answerable: can } of questions) if (!can) expect(answers).toEqual([]);
  });

  it('semiPQA: every row is a candidate of its question, some are relevant', async () => {
    const questions = await loadSemipqa(join(data, 'semipqa', 'dev.csv'));
    const candidates = questions.flatMap((question) => question.candidates);
    expect([candidates.length, candidates.filter(({ relevant }) => relevant).length]).toEqual([13242, 867]);
    expect(questions[0]?.candidates[0]).toEqual({
      id: '6465',
      text: 'age_range_description:  { value:"little kid" }',
      relevant: true,
    });
  });
});

const answer = { text: 'Ann', answer_start: 0 };
const squad = (qas: unknown[], title: unknown = 'The_Shop') =>
  JSON.stringify({ version: 'v2.0', data: [{ title, paragraphs: [{ context: 'Ann owns it.', qas }] }] });
const clapnq = (fields: object = {}) =>
  JSON.stringify({
    id: 'c1',
    input: 'who owns it',
    passages: [{ title: 'Shop', text: 'Ann owns it.', sentences: ['Ann owns it.'] }],
    output: [{ answer: 'Ann does.', selected_sentences: ['Ann owns it.'] }],
    ...fields,
  });
const HEAD = 'qid\tqa_pair_id\tquestion\tcandidate\tlabel';

describe('files of each format', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aisle-data-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const write = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };

  it('reads SQuAD 1.1, where every question has an answer', async () => {
    const path = await write(
      'one.json',
      `\uFEFF${squad([{ id: 'q', question: 'Who?', answers: [answer] }])}`,
    );
    expect(await loadSquad(path, 'p')).toEqual({
      paragraphs: [{ id: 'p-0', title: 'The Shop', text: 'Ann owns it.' }],
      questions: [
        {
          id: 'q',
          question: 'Who?',
          paragraphId: 'p-0',
          answerable: true,
          answers: [{ text: 'Ann', start: 0 }],
        },
      ],
    });
  });

  it('reads SQuAD 2.0: what is impossible has no answer, whatever is plausible', async () => {
    const impossible = {
      id: 'q',
      question: 'When?',
      is_impossible: true,
      answers: [],
      plausible_answers: [answer],
    };
    const { questions } = await loadSquad(await write('two.json', squad([impossible])), 'p');
    expect(questions).toEqual([
      { id: 'q', question: 'When?', paragraphId: 'p-0', answerable: false, answers: [] },
    ]);
  });

  it('reads ClapNQ: equal passages are one, empty lines are none', async () => {
    await write('clapnq_dev_answerable.jsonl', `${clapnq()}\n\n`);
    await write('clapnq_dev_unanswerable.jsonl', `${clapnq({ id: 'c2', output: [] })}\n`);
    const { passages, questions } = await loadClapnq(folder);
    expect(passages.length).toBe(1);
    expect(questions.map((one) => [one.id, one.answerable, one.answers, one.support])).toEqual([
      ['c1', true, ['Ann does.'], ['Ann owns it.']],
      ['c2', false, [], []],
    ]);
  });

  it('reads semiPQA: the rows of a question are its candidates', async () => {
    const path = await write(
      'dev.csv',
      `${HEAD}\n1\ta\tRed?\t"color: { value:""red"" }"\t1\n1\tb\tRed?\tsize: S\t0\n`,
    );
    expect(await loadSemipqa(path)).toEqual([
      {
        id: '1',
        question: 'Red?',
        candidates: [
          { id: 'a', text: 'color: { value:"red" }', relevant: true },
          { id: 'b', text: 'size: S', relevant: false },
        ],
      },
    ]);
  });

  const SQUAD = "SQuAD's JSON, version 1.1 or 2.0";
  it.each([
    ['a title that is a number', squad([], 1), `expected ${SQUAD}; data[0].title: expected string, got 1`],
    [
      'a question without answers',
      squad([{ id: 'q', question: 'Who?' }]),
      `expected ${SQUAD}; data[0].paragraphs[0].qas[0].answers: expected array, got nothing`,
    ],
    ['another format', '[1, 2]', `expected ${SQUAD}; the whole: expected object, got a list of 2`],
    [
      'no articles',
      '{"data": []}',
      `expected ${SQUAD}; data: expected one article or more, got an empty list`,
    ],
    ['half a file', '{\n  "data": [', `expected ${SQUAD}; line 2, column 12: expected a value or ], got`],
  ])('says of %s what was expected and got, and where', async (_, text, message) => {
    const path = await write('wrong.json', text);
    await expect(loadSquad(path, 'p')).rejects.toThrow(`${path}: ${message}`);
  });

  it('names the line of a JSONL file', async () => {
    await write('clapnq_dev_answerable.jsonl', `${clapnq()}\n${clapnq({ passages: [] })}\n`);
    await expect(loadClapnq(folder)).rejects.toThrow(
      'clapnq_dev_answerable.jsonl:2: expected a line of ClapNQ; passages',
    );
  });

  it.each([
    [
      'columns',
      'qid,question\n1,What?\n',
      `expected semiPQA's columns qid, qa_pair_id, question, candidate, label`,
    ],
    [
      'a label',
      `${HEAD}\n1\ta\tRed?\tcolor\tyes\n`,
      ':2: expected a row of semiPQA; label: expected "0" or "1", got "yes"',
    ],
    ['rows', `${HEAD}\n`, 'got no rows'],
  ])('says of a table what is wrong with its %s', async (_, text, message) => {
    await expect(loadSemipqa(await write('table.csv', text))).rejects.toThrow(message);
  });

  it.each([
    ['XQuAD', () => loadXquad(folder, 'es'), 'xquad.es.json'],
    ['ClapNQ', () => loadClapnq(join(folder, 'none')), 'none/clapnq_dev_answerable.jsonl'],
    ['semiPQA', () => loadSemipqa(join(folder, 'none.csv')), 'none.csv'],
  ])('%s: a missing file is named', async (_, load, file) => {
    await expect(load()).rejects.toThrow(`${join(folder, file)}: expected a data set that can be read`);
  });
});
