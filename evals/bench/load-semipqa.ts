import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { readDataset } from './read-dataset.ts';

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
 * part: questions about a product, each with the product's attributes, marked whether they answer it. From `dev.csv`,
 * which is separated by tabs.
 *
 * @throws Error naming the file when it is missing or of another format.
 */
export async function loadSemipqa(folder: string): Promise<SemipqaQuestion[]> {
  const path = join(folder, 'dev.csv');
  const rows = await readDataset(path, async () =>
    z
      .array(rowFormat)
      .parse(parse(await readFile(path, 'utf8'), { columns: true, delimiter: '\t', bom: true })),
  );
  const questions = new Map<string, SemipqaQuestion>();
  for (const { qid, qa_pair_id, question, candidate, label } of rows) {
    const entry = questions.get(qid) ?? { id: qid, question, candidates: [] };
    entry.candidates.push({ id: qa_pair_id, text: candidate, relevant: label === '1' });
    questions.set(qid, entry);
  }
  return [...questions.values()];
}
