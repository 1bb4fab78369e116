/** Something that the caller must put right before anything can be measured: exit status 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
