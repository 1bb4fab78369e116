import { expect, test } from 'vitest';
import { ProblemError, problemDocument } from './problem.ts';
import { toProblem } from './to-problem.ts';

const kindOf = (error: unknown) => toProblem(error, 'req').kind;
const coded = (code: string, extra = {}) => Object.assign(new Error('secret'), { code, ...extra });

test('a database that refuses, vanishes or shuts down is unavailable', () => {
  for (const code of ['ECONNREFUSED', 'ENOTFOUND', '08006', '57P01', '57P03', '53300']) {
    expect(kindOf(coded(code)), code).toBe('database-unavailable');
  }
  expect(kindOf(new Error('Connection terminated unexpectedly'))).toBe('database-unavailable');
  expect(kindOf(coded('ENOENT', { syscall: 'connect' }))).toBe('database-unavailable');
});

test('wrapped errors are found through cause and AggregateError', () => {
  const refused = new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]);
  expect(kindOf(new Error('search failed', { cause: refused }))).toBe('database-unavailable');
});

test('other database errors and missing files are ours, not an outage', () => {
  for (const error of [coded('42P01'), coded('23505'), coded('ENOENT', { syscall: 'open' })]) {
    expect(kindOf(error)).toBe('internal');
  }
});

test('a model that cannot be reached is told from one that refuses', () => {
  const busy = toProblem({ kind: 'model-unavailable', retryable: true, retryAfterMs: 12_300 }, 'req');
  expect(busy.kind).toBe('model-unavailable');
  expect(busy.details.headers).toEqual({ 'retry-after': '13' });
  expect(kindOf({ kind: 'model-unavailable' })).toBe('model-unavailable');
  expect(kindOf({ kind: 'model-unavailable', retryable: false })).toBe('model-refused');
});

test('a model that timed out inside another error stays a model problem', () => {
  const timeout = new DOMException('secret', 'TimeoutError');
  const model = Object.assign(new Error('m', { cause: timeout }), { kind: 'model-unavailable' });
  expect(kindOf(model)).toBe('model-unavailable');
  expect(kindOf(timeout)).toBe('timeout');
  expect(kindOf(new DOMException('gone', 'AbortError'))).toBe('cancelled');
});

test('the words of unknown errors never reach the client', () => {
  for (const error of [
    new Error('secret'),
    coded('ECONNREFUSED'),
    'secret',
    { message: 'secret' },
    null,
    undefined,
  ]) {
    const document = problemDocument(toProblem(error, 'req-1'), 'req-1');
    expect(JSON.stringify(document)).not.toContain('secret');
    expect(document.instance).toBe('urn:aisle:request:req-1');
  }
  expect(toProblem(new Error('x'), 'req-1').details.detail).toContain('req-1');
});

test('a chain of causes that bites its own tail ends', () => {
  const error = new Error('loop');
  error.cause = error;
  expect(kindOf(error)).toBe('internal');
});

test('a problem stays the problem that it is', () => {
  const problem = new ProblemError('unknown-store', { detail: 'd' });
  expect(toProblem(problem, 'req')).toBe(problem);
});
