import { expect, test } from 'vitest';
import { ProblemError, type ProblemKind, problemKinds } from '../../problem.ts';
import { isOpenAiPath, openAiError, openAiErrorResponse, openAiErrorSchema } from './openai-error.ts';

test.each(Object.keys(problemKinds) as ProblemKind[])(
  'every problem has OpenAI’s shape: %s',
  async (kind) => {
    const headers = { 'retry-after': '7', 'www-authenticate': 'Bearer' };
    const errors = [{ path: 'n', expected: '1', got: '2' }];
    const response = openAiErrorResponse(new ProblemError(kind, { detail: 'What to do.', errors, headers }));
    expect(response.status).toBe(problemKinds[kind].status);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    const { error } = openAiErrorSchema.strict().parse(await response.json());
    expect(error.message).toBe('What to do.');
    expect(error.param).toBe(kind === 'unknown-store' ? 'model' : 'n');
    expect(error.type === 'server_error').toBe(problemKinds[kind].status >= 500);
  },
);

test('a problem without a field has no param', () => {
  expect(openAiError(new ProblemError('timeout', { detail: 'Late.' })).error.param).toBeNull();
});

test.each([
  ['/v1', true],
  ['/v1/models', true],
  ['/v10', false],
  ['/answer', false],
])('knows where OpenAI’s clients ask: %s', (path, expected) => {
  expect(isOpenAiPath(path)).toBe(expected);
});
