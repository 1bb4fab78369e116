/** One row or object of a catalog, before its columns are understood: values by column name, as text. */
export interface CatalogRecord {
  /** The line it begins on, from 1. */
  line: number;
  values: Map<string, string[]>;
}

/** A row that was left out, and why. */
export interface CatalogProblem {
  /** The line of the catalog that the row begins on, from 1; 0 for the catalog as a whole. */
  line: number;
  reason: string;
}

/** What a reader of records does with each: hands it on, or says why it cannot. */
export type RecordOrProblem = CatalogRecord | CatalogProblem;
