/** An error in words for the shopper; `reference` is the id to give to support, where there is one. */
export class ReadableError extends Error {
  constructor(kind, message, { reference = null, waitSeconds = 0, paths = [] } = {}) {
    super(message);
    /** The problem's kind, or `offline` or `broken-off`. */
    this.kind = kind;
    this.reference = reference;
    /** So long trying again is of no use. */
    this.waitSeconds = waitSeconds;
    /** What of the request is wrong. */
    this.paths = paths;
    /** Whether trying again is of no use at all. */
    this.isFinal = notForThisPage.includes(kind);
  }
}

const notForThisPage = ['unauthorized', 'forbidden', 'origin-not-allowed', 'unknown-store'];
/** Whoever is to wait for longer is told so in words, and may try. */
const longestWait = 300;

/**
 * What a problem document (RFC 9457) says, in the shopper's language.
 * @param retryAfter the header of that name, in seconds; null without one, and dates are not read
 */
export function readProblem(problem, texts, retryAfter = null) {
  const lastPart = (urn) =>
    String(urn ?? '')
      .split(':')
      .pop();
  const kind = lastPart(problem?.type) || 'internal';
  const seconds = /^\d+$/.test(retryAfter ?? '') ? Number(retryAfter) : 0;
  return new ReadableError(kind, texts.errors[kind] ?? texts.errors.internal, {
    // Of what is not wrong on our side there is nothing to look up.
    reference: problem?.status < 500 ? null : lastPart(problem?.instance) || null,
    waitSeconds: problem?.status === 429 && seconds <= longestWait ? seconds : 0,
    paths: (problem?.errors ?? []).map(({ path }) => path),
  });
}
