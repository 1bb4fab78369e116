import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseDataset, readDataset } from './read-dataset.ts';

const lineFormat = z.object({
  id: z.string(),
  input: z.string(),
  passages: z.tuple([z.object({ title: z.string(), text: z.string(), sentences: z.array(z.string()) })]),
  output: z.array(z.object({ answer: z.string(), selected_sentences: z.array(z.string()) })),
});

export interface ClapnqPassage {
  id: string;
  title: string;
  text: string;
  /** The text's sentences in order. */
  sentences: string[];
}

export interface ClapnqQuestion {
  id: string;
  question: string;
  /** The passage it was asked of: it holds the answer only if `answerable`. */
  passageId: string;
  answerable: boolean;
  /** Written answers of the annotators; none for an unanswerable question. */
  answers: string[];
  /** Sentences of the passage that any annotator has chosen as support. */
  support: string[];
}

/**
 * ClapNQ (Rosenthal et al. 2024, "CLAPnq: Cohesive Long-form Answers from Passages in Natural Questions"), development
 * part: 300 answerable and 300 unanswerable questions, each with its one passage. Equal passages become one.
 *
 * @throws DatasetError naming the file when it is missing or of another format.
 */
export async function loadClapnq(
  folder: string,
): Promise<{ passages: ClapnqPassage[]; questions: ClapnqQuestion[] }> {
  const passages = new Map<string, ClapnqPassage>();
  const questions: ClapnqQuestion[] = [];
  for (const kind of ['answerable', 'unanswerable'] as const) {
    const path = join(folder, `clapnq_dev_${kind}.jsonl`);
    for (const { id, input, passages: given, output } of await readDataset(path, () => readLines(path))) {
      const [{ title, text, sentences }] = given;
      const passage = passages.get(text) ?? { id: `clapnq-${passages.size}`, title, text, sentences };
      passages.set(text, passage);
      questions.push({
        id,
        question: input,
        passageId: passage.id,
        answerable: kind === 'answerable',
        answers: output.map(({ answer }) => answer).filter((answer) => answer !== ''),
        support: [...new Set(output.flatMap((entry) => entry.selected_sentences))],
      });
    }
  }
  return { passages: [...passages.values()], questions };
}

async function readLines(path: string): Promise<z.infer<typeof lineFormat>[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.flatMap((line, at) =>
    line.trim() === ''
      ? []
      : [parseDataset(line, lineFormat, { where: `${path}:${at + 1}`, what: 'a line of ClapNQ' })],
  );
}
