/** A database that cannot be used, told to a person: what was expected, what was found, what to do. */
export class DatabaseProblem extends Error {
  override name = 'DatabaseProblem';
}
