import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { checkDataset, DatasetError, readDataset } from './read-dataset.ts';

const rowFormat = z.object({
  qid: z.string(),
  qa_pair_id: z.string(),
  question: z.string(),
  candidate: z.string(),
  label: z.enum(['0', '1']),
});

export interface SemipqaQuestion {
  id: string;
  question: string;
  /** Attributes of the product it was asked of, as the set writes them: `color: { value:"red" }`. */
  candidates: { id: string; text: string; relevant: boolean }[];
}

/**
 * semiPQA (Shen et al. 2022, "semiPQA: A Study on Product Question Answering over Semi-structured Data"), development
 * part: questions about a product, each with the product's attributes, marked whether they answer it. From its
 * `dev.csv`, which is separated by tabs.
 *
 * @throws DatasetError naming the file when it is missing or of another format.
 */
export async function loadSemipqa(path: string): Promise<SemipqaQuestion[]> {
  const rows = await readDataset(path, async () => readRows(await readFile(path, 'utf8'), path));
  const questions = new Map<string, SemipqaQuestion>();
  for (const { qid, qa_pair_id, question, candidate, label } of rows) {
    const entry = questions.get(qid) ?? { id: qid, question, candidates: [] };
    entry.candidates.push({ id: qa_pair_id, text: candidate, relevant: label === '1' });
    questions.set(qid, entry);
  }
  return [...questions.values()];
}

function readRows(text: string, path: string): z.infer<typeof rowFormat>[] {
  const rows: { record: Record<string, string>; info: { lines: number } }[] = parse(text, {
    columns: true,
    delimiter: '\t',
    bom: true,
    info: true,
  });
  const wanted = Object.keys(rowFormat.shape);
  const found = Object.keys(rows[0]?.record ?? {});
  if (!wanted.every((column) => found.includes(column))) {
    const got = found.length === 0 ? 'no rows' : found.join(', ');
    throw new DatasetError(
      `${path}: expected semiPQA's columns ${wanted.join(', ')}, separated by tabs; got ${got}`,
    );
  }
  return rows.map(({ record, info }) =>
    checkDataset(record, rowFormat, { where: `${path}:${info.lines}`, what: 'a row of semiPQA' }),
  );
}
