/** An error in words for the shopper; `reference` is the id to give to support, where there is one. */
export class ReadableError extends Error {
  constructor(kind, message, reference = null) {
    super(message);
    /** The problem's kind, or `offline` or `broken-off`. */
    this.kind = kind;
    this.reference = reference;
  }
}

/** What a problem document (RFC 9457) says, in the shopper's language where its kind is known. */
export function readProblem(problem, texts) {
  const lastPart = (urn) =>
    String(urn ?? '')
      .split(':')
      .pop();
  const kind = lastPart(problem?.type) || 'internal';
  const words = texts.errors[kind] ?? problem?.detail ?? texts.errors.internal;
  return new ReadableError(kind, words, lastPart(problem?.instance) || null);
}
