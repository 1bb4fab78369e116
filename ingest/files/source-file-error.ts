/** A file that cannot be read as what it claims to be. The message says what was expected, what was found, and what to do. */
export class SourceFileError extends Error {
  /** The file as it was named by the caller. */
  readonly path: string;
  /** The message without the file's name. */
  readonly reason: string;

  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(`${path}: ${reason}`, options);
    this.name = 'SourceFileError';
    this.path = path;
    this.reason = reason;
  }
}

/** A file in which a parser has met what its author did not foresee. */
export function brokenReader(path: string, cause: unknown): SourceFileError {
  const [found = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
  const reason = `expected a file that can be read, found one that breaks its reader (${found}). Split it, or export it again from its original.`;
  return new SourceFileError(path, reason, { cause });
}
