import type { ProblemKind } from '../problem.ts';
import { openAiErrorSchema } from '../wire/chat-completions/openai-error.ts';
import { problemResponses } from './problem-responses.ts';

const content = { 'application/json': { schema: openAiErrorSchema } } as const;

/** Describes the errors of a route for OpenAI's clients, for the OpenAPI document. */
export function openAiResponses(...kinds: ProblemKind[]) {
  const responses: Record<number, { description: string; content: typeof content }> = {};
  for (const [status, { description }] of Object.entries(problemResponses(...kinds)))
    responses[Number(status)] = { description, content };
  return responses;
}
