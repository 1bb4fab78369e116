import { z } from '@hono/zod-openapi';
import { type ProblemError, type ProblemKind, problemKinds } from '../../problem.ts';

export const openAiErrorSchema = z
  .object({
    error: z.object({
      message: z.string(),
      type: z.string().openapi({ example: 'invalid_request_error' }),
      code: z.string().nullable().openapi({ example: 'model_not_found' }),
      param: z.string().nullable().openapi({ example: 'model' }),
    }),
  })
  .openapi('OpenAiError');
type OpenAiError = z.infer<typeof openAiErrorSchema>;

/** Where OpenAI has a code of its own, which clients look for. */
const codes: Partial<Record<ProblemKind, string>> = {
  'unknown-store': 'model_not_found',
  unauthorized: 'invalid_api_key',
  'rate-limited': 'rate_limit_exceeded',
  'budget-spent': 'insufficient_quota',
};

/** A problem as OpenAI writes errors. Pure. */
export function openAiError({ kind, details }: ProblemError): OpenAiError {
  const param = kind === 'unknown-store' ? 'model' : (details.errors?.[0]?.path ?? null);
  const code = codes[kind] ?? kind.replaceAll('-', '_');
  return { error: { message: details.detail, type: typeOf(kind), code, param } };
}

function typeOf(kind: ProblemKind): string {
  const { status }: { status: number } = problemKinds[kind];
  if (status >= 500) return 'server_error';
  if (status === 429) return kind === 'budget-spent' ? 'insufficient_quota' : 'requests';
  return status === 403 ? 'permission_error' : 'invalid_request_error';
}

/** The response of a problem, with the headers that the problem has. */
export function openAiErrorResponse(problem: ProblemError): Response {
  return new Response(JSON.stringify(openAiError(problem)), {
    status: problemKinds[problem.kind].status,
    headers: { ...problem.details.headers, 'content-type': 'application/json; charset=utf-8' },
  });
}

/** Whether OpenAI's clients ask here. */
export function isOpenAiPath(path: string): boolean {
  return path === '/v1' || path.startsWith('/v1/');
}
