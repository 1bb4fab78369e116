import type { Verify } from '../../service/answer/answerer.ts';
import { type GroundedAnswer, partGrounds } from './part-grounds.ts';
import { type Score, share } from './score.ts';

/** A sentence that its quotes do not carry. */
export interface UnsupportedSentence {
  text: string;
  reason: string;
}

/**
 * Why each sentence that is not supported is not. A citation whose quote is not proven carries nothing: words that are
 * in no document support none.
 *
 * @param proven ids of the citations whose quotes are slices of their documents.
 */
export function findUnsupported(
  response: GroundedAnswer,
  proven: ReadonlySet<number>,
  verify: Verify,
): UnsupportedSentence[] {
  return response.parts.flatMap(({ text, citations }) => {
    const ids = citations.filter((id) => proven.has(id));
    if (citations.length > 0 && ids.length === 0) return [{ text, reason: 'none of its quotes is proven' }];
    const grounds = partGrounds(ids, response);
    const verdict = verify(text, grounds);
    if (verdict.ok || grounds.every(({ product }) => product === null)) {
      return verdict.ok ? [] : [{ text, reason: verdict.reason }];
    }
    // A card says less than the store knows: a product is in stock, though not in the size that the quote names.
    const byQuotes = verify(
      text,
      grounds.map((ground) => ({ ...ground, product: null })),
    );
    return byQuotes.ok ? [] : [{ text, reason: verdict.reason }];
  });
}

/**
 * Support: the share of an answer's sentences (`parts`) that the quotes they cite carry, as citation recall in Liu et al.
 * 2023, "Evaluating Verifiability in Generative Search Engines", with the service's verifier in place of people or of a
 * model: numbers, prices, dates and codes are in the quotes, nothing is turned round, the words are covered. The verifier
 * is run here anew, on what the response shows, so a chat model behind a URL is held to it too. A sentence without
 * citations is not supported; what an answer says beside its `parts` (a note on the language, a question back) is not
 * judged. Range 0…1; a suite's is the mean of its cases'. Not applicable without sentences. Of the verifier's own mistakes
 * it can tell nothing: `numberExactness` and judges are the second opinion.
 */
export function support(sentences: number, unsupported: number): Score {
  return share(sentences - unsupported, sentences, 'the answer has no sentences');
}
