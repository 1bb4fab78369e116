import { type ProblemKind, problemKinds, problemSchema } from '../problem.ts';

const content = { 'application/problem+json': { schema: problemSchema } } as const;

/** What a caller meets that has no key, or not the right one, or has used it up. */
const callerProblems = [
  'unauthorized',
  'forbidden',
  'origin-not-allowed',
  'rate-limited',
  'budget-spent',
] as const satisfies ProblemKind[];

/** Describes the problems a route answers with, for the OpenAPI document. */
export function problemResponses(...kinds: ProblemKind[]) {
  return publicProblemResponses(...kinds, ...callerProblems);
}

/** The same for a route that asks for no key. */
export function publicProblemResponses(...kinds: ProblemKind[]) {
  const always: ProblemKind[] = ['internal', 'database-unavailable'];
  const responses: Record<number, { description: string; content: typeof content }> = {};
  for (const kind of [...kinds, ...always]) {
    const { status, title } = problemKinds[kind];
    const others = responses[status] ? `${responses[status].description}; ` : '';
    responses[status] = { description: `${others}${title} (\`${kind}\`)`, content };
  }
  return responses;
}

/** The problems of every route that reads a JSON body. */
export const bodyProblems = [
  'invalid-request',
  'malformed-json',
  'body-too-large',
  'unsupported-media-type',
] as const satisfies ProblemKind[];
