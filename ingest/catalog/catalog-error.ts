/** A catalog that cannot be read at all; the message says what was expected, what was found, and what to do. */
export class CatalogError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CatalogError';
  }
}
