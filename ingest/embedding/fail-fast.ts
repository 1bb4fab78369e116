import { type RequestVectors, TextsRefused } from './openai-request.ts';

/** Long enough that few shoppers wait for a server that is down, short enough that they soon profit when it is back. */
const REST_MS = 10_000;

/**
 * Makes a request fail at once, with the same error, for ten seconds after it has failed: a server that hangs would
 * otherwise hold up every question. That a text is refused says nothing of the next one.
 */
export function failFast(
  request: RequestVectors,
  { now = performance.now.bind(performance) }: { now?: () => number } = {},
): RequestVectors {
  let failure: { error: unknown; at: number } | null = null;
  return async (texts) => {
    if (failure !== null && now() - failure.at < REST_MS) throw failure.error;
    try {
      const vectors = await request(texts);
      failure = null;
      return vectors;
    } catch (error) {
      if (!(error instanceof TextsRefused)) failure = { error, at: now() };
      throw error;
    }
  };
}
