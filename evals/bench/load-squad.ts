import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseDataset, readDataset } from './read-dataset.ts';

const squadFormat = z.object({
  data: z
    .array(
      z.object({
        title: z.string(),
        paragraphs: z.array(
          z.object({
            context: z.string(),
            qas: z.array(
              z.object({
                id: z.string(),
                question: z.string(),
                is_impossible: z.boolean().default(false),
                answers: z.array(z.object({ text: z.string(), answer_start: z.number() })),
              }),
            ),
          }),
        ),
      }),
    )
    .min(1, { error: 'one article or more' }),
});

export interface SquadParagraph {
  /** Prefix and place, such as `xquad-0`, in the file's order: the same id is the same paragraph in every translation. */
  id: string;
  /** The article that it is from. */
  title: string;
  text: string;
}

export interface SquadQuestion {
  id: string;
  question: string;
  /** The paragraph it was asked of: it holds the answer only if `answerable`. */
  paragraphId: string;
  /** False only in SQuAD 2.0. */
  answerable: boolean;
  /** Gold answers; `start` is the offset into the paragraph in the file's code points, as annotated. */
  answers: { text: string; start: number }[];
}

export interface SquadSet {
  paragraphs: SquadParagraph[];
  questions: SquadQuestion[];
}

/**
 * A file in the format of SQuAD 1.1 (Rajpurkar et al. 2016, "SQuAD: 100,000+ Questions for Machine Comprehension of Text")
 * or 2.0 (Rajpurkar et al. 2018, "Know What You Don't Know: Unanswerable Questions for SQuAD"), which XQuAD shares.
 *
 * @param prefix begins the paragraphs' ids.
 * @throws DatasetError naming the file when it is missing or of another format.
 */
export function loadSquad(path: string, prefix: string): Promise<SquadSet> {
  return readDataset(path, async () => {
    const text = await readFile(path, 'utf8');
    const what = "SQuAD's JSON, version 1.1 or 2.0";
    const { data } = parseDataset(text.replace(/^\uFEFF/, ''), squadFormat, { where: path, what });
    const paragraphs: SquadParagraph[] = [];
    const questions: SquadQuestion[] = [];
    for (const article of data) {
      for (const { context, qas } of article.paragraphs) {
        const id = `${prefix}-${paragraphs.length}`;
        paragraphs.push({ id, title: article.title.replaceAll('_', ' '), text: context });
        for (const { id: questionId, question, is_impossible, answers } of qas) {
          const gold = answers.map(({ text: words, answer_start }) => ({ text: words, start: answer_start }));
          questions.push({
            id: questionId,
            question,
            paragraphId: id,
            answerable: !is_impossible,
            answers: is_impossible ? [] : gold,
          });
        }
      }
    }
    return { paragraphs, questions };
  });
}
