/** Something that the caller has to put right before anything can run: the exit status is 2. */
export class UsageProblem extends Error {
  override readonly name = 'UsageProblem';
}
