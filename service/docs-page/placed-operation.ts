import type { Operation } from '../openapi/api-types.ts';

/** An operation with its place. */
export interface PlacedOperation {
  /** In lower case. */
  method: string;
  /** As the document writes it, such as `/documents/{id}`. */
  path: string;
  operation: Operation;
}
