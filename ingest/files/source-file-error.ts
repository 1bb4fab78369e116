/** A file that cannot be read as what it claims to be. The message says what was expected, what was found, and what to do. */
export class SourceFileError extends Error {
  /** The file as it was named by the caller. */
  readonly path: string;

  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(`${path}: ${reason}`, options);
    this.name = 'SourceFileError';
    this.path = path;
  }
}
