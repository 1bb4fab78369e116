import type { DocumentGenre, DocumentKind, PassageShape, ProductFacts, Voice } from '../../sql/document.ts';

/**
 * A stretch of a document's text under one heading. `[start, end)` are UTF-16 offsets into the text; the slice
 * holds whole lines (no heading line, no leading or trailing white space), one paragraph, list item, table row or fact a line.
 */
export interface Section {
  /** The headings above it, outermost first, without the document's title unless that is its only heading. */
  heading: string[];
  start: number;
  end: number;
  shape: PassageShape;
  /** Who wrote it; left out: the store. */
  voice?: Exclude<Voice, 'store'>;
}

/** What every reader (web page, catalog row, file) makes of its input, before chunking. */
export interface SourceDocument {
  url: string;
  title: string;
  kind: DocumentKind;
  /** Left out: no special one. */
  genre?: DocumentGenre;
  /** BCP 47 language, lower case and without region where the source gives none: `en`, `es`, `es-mx`. */
  locale: string;
  /**
   * The whole text: headings and blocks, one a line, in reading order. A section is a slice of it.
   */
  text: string;
  sections: Section[];
  product: ProductFacts | null;
  /** When the page says that it was written or last changed, ISO 8601; left out: it does not say. */
  modifiedAt?: string;
}
