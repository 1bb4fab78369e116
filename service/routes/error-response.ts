import { type ProblemError, problemResponse } from '../problem.ts';
import { isOpenAiPath, openAiErrorResponse } from '../wire/chat-completions/openai-error.ts';

/** The response of a problem in the shape that clients of the path read: a problem document (RFC 9457), or OpenAI's error. */
export function errorResponse(path: string, problem: ProblemError, requestId: string): Response {
  return isOpenAiPath(path) ? openAiErrorResponse(problem) : problemResponse(problem, requestId);
}
