/** Marks the beginning of a word in a sentence piece, as SentencePiece writes it (Kudo and Richardson, 2018). */
export const WORD_START = '▁';

// Less probable than any listed piece, so that a character without a piece is only skipped where nothing spells it.
const UNKNOWN_LOG_PROBABILITY = -20;

/** A word spelled in pieces. `pieces` leaves out characters that no piece covers and the bare word start. */
export interface Segmentation {
  /** Row numbers, in reading order. */
  pieces: number[];
  /** Natural log of the product of the pieces' probabilities, the word's unigram probability. */
  logProbability: number;
}

/**
 * Spells words in the most probable pieces (the Viterbi path of a unigram language model, Kudo 2018).
 * @param logProbabilities natural log of each piece's probability, by the piece's text; its order numbers the rows.
 * @returns a function of a word in lower case, without its word start. Its time grows with the word's length times
 * the longest piece's.
 */
export function makeSegmenter(logProbabilities: ReadonlyMap<string, number>): (word: string) => Segmentation {
  const rows = new Map<string, number>();
  let longest = 1;
  for (const piece of logProbabilities.keys()) {
    rows.set(piece, rows.size);
    longest = Math.max(longest, [...piece].length);
  }
  return (word) => {
    const symbols = [...`${WORD_START}${word}`];
    const paths: { logProbability: number; from: number; piece: string | undefined }[] = [
      { logProbability: 0, from: 0, piece: undefined },
    ];
    for (let start = 0; start < symbols.length; start += 1) {
      const path = paths[start];
      if (!path) continue;
      let text = '';
      for (let end = start + 1; end <= Math.min(symbols.length, start + longest); end += 1) {
        text += symbols[end - 1];
        const known = logProbabilities.get(text);
        if (known === undefined && end > start + 1) continue;
        const logProbability = path.logProbability + (known ?? UNKNOWN_LOG_PROBABILITY);
        const rival = paths[end];
        if (rival && rival.logProbability >= logProbability) continue;
        paths[end] = { logProbability, from: start, piece: known === undefined ? undefined : text };
      }
    }
    const pieces: number[] = [];
    for (let end = symbols.length; end > 0; ) {
      const path = paths[end];
      if (!path) break;
      const row = path.piece === undefined || path.piece === WORD_START ? undefined : rows.get(path.piece);
      if (row !== undefined) pieces.push(row);
      end = path.from;
    }
    return { pieces: pieces.reverse(), logProbability: paths[symbols.length]?.logProbability ?? 0 };
  };
}
