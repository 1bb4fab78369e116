import type { WrittenCase, WrittenHead } from '../../suite-file/suite-format.ts';
import { comparedText } from '../../suite-file/text-formats.ts';
import type { SetPassage, SetQuestion } from '../sets/question-set.ts';

/** A suite in files: its lines, and its passages by their files' names. */
export interface MadeSuite {
  /** JSONL: a header, then a case a line. */
  lines: string[];
  files: { name: string; text: string }[];
  /** Questions that a suite cannot hold, with the reason. */
  leftOut: { id: string; why: string }[];
}

type OwnCase = Pick<WrittenCase, 'id' | 'question' | 'tags'> & { expect: Partial<WrittenCase['expect']> };

/**
 * A set as a suite: its passages become Markdown files of a folder, its questions cases. An answerable question must be
 * answered with one of its gold answers and with a citation of its own passage; an unanswerable one must be abstained from.
 * Pure.
 *
 * @param folder of the passages, relative to the suite's file.
 */
export function makeSuite(
  set: { name: string; passages: readonly SetPassage[]; questions: readonly SetQuestion[] },
  folder: string,
): MadeSuite {
  const head: WrittenHead = { suite: set.name, sources: [`./${folder}`] };
  const leftOut: MadeSuite['leftOut'] = [];
  const ids = new Set<string>();
  const cases: OwnCase[] = [];
  for (const question of set.questions) {
    const why = faultOf(question, ids);
    if (why !== null) leftOut.push({ id: question.id, why });
    else cases.push(toCase(question));
    ids.add(question.id);
  }
  return {
    lines: [head, ...cases].map((line) => JSON.stringify(line)),
    files: set.passages.map(({ id, title, text }) => ({
      name: fileName(id),
      text: `# ${escapeMarkdown(title.trim() || id)}\n\n${escapeMarkdown(text.trim())}\n`,
    })),
    leftOut,
  };
}

function toCase({ id, question, passageId, answerable, gold }: SetQuestion): OwnCase {
  if (!answerable)
    return { id, question: question.trim(), tags: ['unanswerable'], expect: { status: 'abstained' } };
  const answers = gold.filter((answer) => comparedText.safeParse(answer).success);
  return {
    id,
    question: question.trim(),
    tags: ['answerable'],
    expect: {
      status: 'answered',
      ...(answers.length === 0 ? {} : { answers }),
      citations: [`*/${fileName(passageId)}`],
    },
  };
}

function faultOf({ id, question }: SetQuestion, ids: ReadonlySet<string>): string | null {
  if (ids.has(id)) return 'another question has its id';
  return question.trim() === '' ? 'it has no words' : null;
}

function fileName(id: string): string {
  return `${id}.md`;
}

/** What would make a heading, list, table or link of a plain text. Backslash escapes: CommonMark 0.31, §2.4. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|]/g, '\\$&')
    .replace(/^(\s*)([#+-]|=+$|~)/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2');
}
