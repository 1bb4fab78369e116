import { type Score, share } from './score.ts';

/**
 * Citation validity: the share of an answer's citations whose document exists in the store. A quote can be wrong and its
 * document there; a citation without its document cannot be checked by anybody. Suite-wide it is the share of all
 * citations (a micro average). Range 0…1. Not applicable where nothing is cited.
 *
 * @param texts the stored text of each citation's document, null where the store has none.
 */
export function citationValidity(texts: readonly (string | null)[]): Score {
  return share(texts.filter((text) => text !== null).length, texts.length, 'nothing is cited');
}
