import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeLogger } from '../../../ingest/logger.ts';
import { retrievalBenchmark } from './bench-retrieval.ts';

const topics = [
  'returns of shoes',
  'parcels to Canada',
  'washing of wool',
  'gift cards',
  'opening hours',
  'repairs',
];

it('ranks the passages of named files, and says which sets it leaves out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'aisle-retrieval-'));
  try {
    const squad = join(folder, 'squad.json');
    const paragraphs = topics.map((topic, at) => ({
      context: `Here the shop explains ${topic} in a few words.`,
      qas: [{ id: `q${at}`, question: `What about ${topic}?`, answers: [{ text: topic, answer_start: 23 }] }],
    }));
    await writeFile(squad, JSON.stringify({ data: [{ title: 'Help', paragraphs }] }));
    const semipqa = join(folder, 'dev.csv');
    const rows = topics.flatMap((_, at) => [
      [at, `${at}a`, 'Which color is it?', 'color: red', 1],
      [at, `${at}b`, 'Which color is it?', 'size: large', 0],
    ]);
    const head = ['qid', 'qa_pair_id', 'question', 'candidate', 'label'];
    await writeFile(semipqa, [head, ...rows].map((row) => row.join('\t')).join('\n'));
    const measured = await retrievalBenchmark.run({
      root: folder,
      dataFolder: join(folder, 'data'),
      sets: { xquad: null, squad, clapnq: null, semipqa },
      questions: 50,
      env: {},
      logger: makeLogger({ level: 'silent' }),
      signal: new AbortController().signal,
      onProgress: () => {},
    });
    const { rows: figures, table } = Array.isArray(measured) ? { rows: measured, table: '' } : measured;
    const values = new Map(figures.map(({ what, value }) => [what, value]));
    for (const system of ['BM25', 'Aisle, retrieved', 'Aisle'])
      expect(values.get(`SQuAD: R@1, ${system}`)).toBe(1);
    for (const system of ['BM25', 'Aisle']) expect(values.get(`semiPQA: nDCG@10, ${system}`)).toBe(1);
    expect(table).toContain('SQuAD: 6 passages (en), 6 questions');
    expect(table).toContain(`ClapNQ: left out, absent: ${join('data', 'clapnq')}`);
  } finally {
    await rm(folder, { recursive: true });
  }
});
