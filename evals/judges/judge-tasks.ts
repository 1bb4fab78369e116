import { describeFact } from '../metrics/states-fact.ts';
import type { CaseResult } from '../score/case-result.ts';
import type { Expectation, SuiteCase } from '../suite.ts';
import { DATA_RULE, delimit } from './delimit.ts';
import type { Judged } from './judgement.ts';

/** A question to a judge, everything in it that others wrote between marks. */
export interface JudgeTask {
  about: Judged;
  question: string;
  answer: string;
  /** What the answer is held against: a criterion, or for faithfulness its quotes. */
  against: string;
}

/** What a judge can be asked of a judged case: nothing where there is no answer. Pure. */
export function judgeTasks(entry: SuiteCase, result: CaseResult): JudgeTask[] {
  if (result.answer === null || result.answer.trim() === '') return [];
  const question = `${DATA_RULE}\n${delimit('question', questionOf(result))}`;
  const answer = delimit('answer', result.answer);
  const tasks: JudgeTask[] = [];
  const criterion = correctnessCriterion(entry.expect);
  if (criterion !== null) tasks.push({ about: 'correctness', question, answer, against: criterion });
  if (result.citations.length > 0) {
    const quotes = result.citations.map(({ id, title, quote }) => `[${id}] ${title}: ${quote}`).join('\n');
    tasks.push({ about: 'faithfulness', question, answer, against: delimit('quotes', quotes) });
  }
  if (result.status === 'answered') tasks.push({ about: 'relevance', question, answer, against: RELEVANCE });
  return tasks;
}

const RELEVANCE =
  'The submission addresses what the shopper asks: it answers the question itself, or the part of it that can be answered, rather than something near it. Whether it is true is not the point here, nor its style, length or citation marks such as [1].';

/** The last question, under the turns before it. */
function questionOf({ turns, questions }: CaseResult): string {
  const before = turns.map(({ question, answer }) => `Shopper: ${question}\nAssistant: ${answer}`);
  return [...before, `Shopper: ${questions.at(-1) ?? ''}`].join('\n');
}

/** Null where a case does not say what a right answer states. */
function correctnessCriterion({
  facts = [],
  factsMode,
  answers = [],
  forbidden = [],
}: Expectation): string | null {
  if (facts.length === 0 && answers.length === 0) return null;
  const parts: string[] = [];
  if (facts.length > 0) {
    const amount = factsMode === 'any' ? 'at least one of these facts' : 'each of these facts';
    parts.push(
      `It states ${amount}, in whatever words, language or form of number:\n${list(facts.map(describeFact))}`,
    );
  }
  if (answers.length > 0) {
    const accepted = answers.map((one) => one.join('; '));
    parts.push(`It says all that one of these accepted answers says, in whatever words:\n${list(accepted)}`);
  }
  if (forbidden.length > 0) parts.push(`It states none of these:\n${list(forbidden.map(describeFact))}`);
  return `The submission is a correct answer. ${parts.join('\n')}\nIt contradicts none of what is expected. What it says beyond that does not matter here.`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item.replace(/\s+/gu, ' ')}`).join('\n');
}
