const SHINGLE = 4;

/** Word tokens, as Python's `\w+` finds them. */
function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** 4-word shingles with their counts; a text of one to three words is one shingle. */
function shingles(text: string): Map<string, number> {
  const words = tokens(text);
  const counts = new Map<string, number>();
  const last = Math.max(words.length - SHINGLE, words.length > 0 ? 0 : -1);
  for (let at = 0; at <= last; at += 1) {
    const shingle = words.slice(at, at + SHINGLE).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function total(counts: Map<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}

/** Precision and recall of one page's text, in 0…1; an empty text that should be empty is right. */
export function shinglePrecisionRecall(text: string, truth: string): { precision: number; recall: number } {
  const found = shingles(text);
  const wanted = shingles(truth);
  let shared = 0;
  for (const [shingle, count] of found) shared += Math.min(count, wanted.get(shingle) ?? 0);
  const [foundTotal, wantedTotal] = [total(found), total(wanted)];
  return {
    precision: foundTotal > 0 ? shared / foundTotal : Number(wantedTotal === 0),
    recall: wantedTotal > 0 ? shared / wantedTotal : Number(foundTotal === 0),
  };
}

/**
 * How well extracted texts match the pages' true main texts: the F1 of the mean precision and the mean recall of 4-word
 * shingles (word tokens, counted as multisets per page), as the Zyte article extraction benchmark defines it
 * (github.com/scrapinghub/article-extraction-benchmark). All in 0…1; zeros without pages.
 */
export function shingleF1(pages: { text: string; truth: string }[]): {
  precision: number;
  recall: number;
  f1: number;
} {
  let [precision, recall] = [0, 0];
  for (const page of pages) {
    const score = shinglePrecisionRecall(page.text, page.truth);
    precision += score.precision / pages.length;
    recall += score.recall / pages.length;
  }
  return {
    precision,
    recall,
    f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0,
  };
}
