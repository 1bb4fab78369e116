/** One row or object of a catalog, before its columns are understood: values by column name, as text. */
export interface CatalogRecord {
  /** The line it begins on, from 1. */
  line: number;
  values: Map<string, string[]>;
}

/** Why a row is not in the index, or not as it should be. */
export interface CatalogProblem {
  /** The line of the catalog that the row begins on, from 1; 0 for the catalog as a whole. */
  line: number;
  /**
   * `unreadable`: the row was meant to be read and could not be, so that any product that is missing may be it.
   * `left-out`: the catalog itself takes it out (a draft, a second row of one SKU), or nothing is missing.
   */
  kind: 'unreadable' | 'left-out';
  /** The row's identifier, where it could be read. */
  sku: string | null;
  reason: string;
}

/** What a reader of records does with each: hands it on, or says why it cannot. */
export type RecordOrProblem = CatalogRecord | CatalogProblem;
