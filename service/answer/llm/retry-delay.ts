import type { ModelUnavailable } from '../turns/model-unavailable.ts';

const firstDelayMs = 500;
const longestDelayMs = 8_000;

/**
 * How long to wait before asking a model again, in milliseconds; null: do not. `Retry-After` is honoured as it is, and a
 * wait that would not end before `leftMs` is not begun. What was too slow once is not asked again. Without it: exponential backoff with full jitter (AWS Architecture
 * Blog, "Exponential Backoff And Jitter", 2015), never less than half of the step.
 * @param attempt attempts that have failed so far, from 1
 * @param leftMs milliseconds until the answer must be complete
 * @param random in 0…1
 */
export function retryDelay(
  error: ModelUnavailable,
  attempt: number,
  maxRetries: number,
  leftMs: number,
  random: number,
): number | null {
  if (!error.retryable || error.timedOut || attempt > maxRetries) return null;
  const step = Math.min(firstDelayMs * 2 ** (attempt - 1), longestDelayMs);
  const delay = error.retryAfterMs ?? step / 2 + (step / 2) * random;
  return delay < leftMs ? delay : null;
}
