import { describeIssues } from '../describe-issues.ts';
import { ProblemError } from '../problem.ts';
import { answerRequestSchema } from '../schemas/answer-request.ts';

/**
 * Checks a question by the rule of `POST /answer`.
 * @param path of what it was read from, for the problem.
 * @returns it without white space around it.
 * @throws ProblemError `invalid-request`.
 */
export function checkQuestion(question: string, path: string): string {
  const checked = answerRequestSchema.shape.question.safeParse(question);
  if (checked.success) return checked.data;
  throw invalidRequest(describeIssues(checked.error.issues, question, path));
}

/** @returns the problem of a request that has one thing wrong. */
export function invalidField(path: string, expected: string, got: string): ProblemError {
  return invalidRequest([{ path, expected, got }]);
}

function invalidRequest(errors: { path: string; expected: string; got: string }[]): ProblemError {
  const said = errors.map(({ path, expected, got }) => `${path}: expected ${expected}, got ${got}`);
  return new ProblemError('invalid-request', { detail: `${said.join('; ')}.`, errors });
}
