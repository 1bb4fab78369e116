/**
 * A model could not be used: it was not reached, refused, was too slow, or wrote nothing usable. The message says what was
 * expected, what was found and what to do. It never holds a key or what the provider wrote, so it can be logged and shown to
 * whoever runs the service; for the same reason the provider's own error is not kept as `cause`.
 */
export class ModelUnavailable extends Error {
  override readonly name = 'ModelUnavailable';
  readonly kind = 'model-unavailable';
  /** HTTP status of the provider, if it answered with an error. */
  readonly status: number | undefined;
  /** Whether the same request may well succeed later. */
  readonly retryable: boolean;
  /** How long the provider asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** Whether it was given up for being too slow. */
  readonly timedOut: boolean;

  constructor(
    message: string,
    details: { status?: number; retryable: boolean; retryAfterMs?: number; timedOut?: boolean },
  ) {
    super(message);
    this.status = details.status;
    this.retryable = details.retryable;
    this.retryAfterMs = details.retryAfterMs;
    this.timedOut = details.timedOut ?? false;
  }
}
