/** A citation beside the stored text of its document, null where the store has no such document. */
export interface QuoteProof {
  quote: string;
  /** UTF-16 offsets into the document's text, `[start, end)`. */
  start: number;
  end: number;
  documentText: string | null;
}

/**
 * Why a quote is not proven, or null when it is: it must hold more than white space and be, character for character,
 * `document.text.slice(start, end)` of the document fetched by the citation's id. Suite-wide quote validity is the
 * share of all citations that are proven (a micro average, range 0…1), so that it is 1 only if every single one is.
 */
export function quoteFault({ quote, start, end, documentText }: QuoteProof): string | null {
  if (documentText === null) return 'its document does not exist';
  if (quote.trim() === '') return 'it is empty';
  // Negative offsets would count from the end of the text in slice().
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= documentText.length)) {
    return `its offsets ${start}…${end} are outside of the document's ${documentText.length} characters`;
  }
  return documentText.slice(start, end) === quote ? null : `it is not the document's text at ${start}…${end}`;
}
