import { wordSimilarity } from '../../ingest/embedding/load-word-vectors.ts';
import type { Verify } from '../../service/answer/answerer.ts';
import { makeVerify } from '../../service/answer/verify/verify.ts';

let verify: Verify | null = null;

/** The check that the service holds each sentence to, made when it is first asked for. */
export const checkSentence: Verify = (sentence, grounds) => {
  verify ??= makeVerify(wordSimilarity);
  return verify(sentence, grounds);
};
