import type { Problem } from '../problem.ts';

/** A request that the service has refused, with the problem that it was refused for (RFC 9457). */
export class AisleProblem extends Error {
  override name = 'AisleProblem';
  readonly problem: Problem;
  /** Seconds after which asking again may help, as `Retry-After` says; null where it says nothing. */
  readonly retryAfterSeconds: number | null;

  constructor(problem: Problem, retryAfterSeconds: number | null = null) {
    super(`${problem.title}. ${problem.detail}`);
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Which problem: the last part of its type, such as `rate-limited`. */
  get kind(): string {
    return this.problem.type.split(':').at(-1) ?? '';
  }
}

/** The problem of a response that is no success; also of one that something on the way has made, such as a proxy. */
export async function problemOf(response: Response): Promise<AisleProblem> {
  const { status, statusText, headers, url } = response;
  const body: unknown = await response.json().catch(() => null);
  const given = typeof body === 'object' && body !== null && 'detail' in body ? body : {};
  const problem: Problem = {
    type: 'about:blank',
    title: statusText || `HTTP ${status}`,
    status,
    detail: `${url} has answered with status ${status} and no problem document.`,
    instance: headers.get('x-request-id') ?? '',
    ...given,
  };
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return new AisleProblem(problem, Number.isFinite(seconds) ? seconds : null);
}
