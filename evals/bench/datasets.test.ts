import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadClapnq } from './load-clapnq.ts';
import { loadSemipqa } from './load-semipqa.ts';
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
    const questions = await loadSemipqa(join(data, 'semipqa'));
    const candidates = questions.flatMap((question) => question.candidates);
    expect([candidates.length, candidates.filter(({ relevant }) => relevant).length]).toEqual([13242, 867]);
    expect(questions[0]?.candidates[0]).toEqual({
      id: '6465',
      text: 'age_range_description:  { value:"little kid" }',
      relevant: true,
    });
  });
});

describe('a data set that is not right', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aisle-data-'));
    await writeFile(join(folder, 'xquad.en.json'), '{"data": [{"title": 1}]}');
    await writeFile(join(folder, 'clapnq_dev_answerable.jsonl'), '{"id": "1"');
    await writeFile(join(folder, 'dev.csv'), 'qid\tquestion\n1\tWhat?\n');
  });
  afterAll(() => rm(folder, { recursive: true }));
  it.each([
    ['XQuAD', () => loadXquad(folder, 'en'), 'xquad.en.json'],
    ['XQuAD, missing', () => loadXquad(folder, 'es'), 'xquad.es.json'],
    ['ClapNQ', () => loadClapnq(folder), 'clapnq_dev_answerable.jsonl'],
    ['semiPQA', () => loadSemipqa(folder), 'dev.csv'],
  ])('%s: the error names the file', async (_, load, file) => {
    await expect(load()).rejects.toThrow(join(folder, file));
  });
});
