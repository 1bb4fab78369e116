import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readDataset } from './read-dataset.ts';

const squadFormat = z.object({
  data: z.array(
    z.object({
      title: z.string(),
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(
            z.object({
              id: z.string(),
              question: z.string(),
              answers: z.array(z.object({ text: z.string(), answer_start: z.number() })),
            }),
          ),
        }),
      ),
    }),
  ),
});

export interface XquadParagraph {
  /** `xquad-0` and on, in the file's order: the same id is the same paragraph in every language. */
  id: string;
  /** The article that it is from. */
  title: string;
  text: string;
}

export interface XquadQuestion {
  id: string;
  question: string;
  paragraphId: string;
  /** Gold answers; `start` is the offset into the paragraph in the file's code points, as annotated. */
  answers: { text: string; start: number }[];
}

/**
 * XQuAD (Artetxe et al. 2020, "On the Cross-lingual Transferability of Monolingual Representations"): 240 paragraphs
 * and 1,190 questions in SQuAD's format, from `xquad.<language>.json` in a folder.
 *
 * @throws Error naming the file when it is missing or of another format.
 */
export async function loadXquad(
  folder: string,
  language: 'en' | 'es',
): Promise<{ paragraphs: XquadParagraph[]; questions: XquadQuestion[] }> {
  const path = join(folder, `xquad.${language}.json`);
  const { data } = await readDataset(path, async () =>
    squadFormat.parse(JSON.parse(await readFile(path, 'utf8'))),
  );
  const paragraphs: XquadParagraph[] = [];
  const questions: XquadQuestion[] = [];
  for (const article of data) {
    for (const { context, qas } of article.paragraphs) {
      const id = `xquad-${paragraphs.length}`;
      paragraphs.push({ id, title: article.title, text: context });
      for (const { id: questionId, question, answers } of qas) {
        const gold = answers.map(({ text, answer_start }) => ({ text, start: answer_start }));
        questions.push({ id: questionId, question, paragraphId: id, answers: gold });
      }
    }
  }
  return { paragraphs, questions };
}
