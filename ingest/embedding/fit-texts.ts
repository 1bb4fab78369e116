import { type RequestVectors, TextsRefused } from './openai-request.ts';

/** A text that is refused though it is no longer than this is not refused for its length. UTF-16 units. */
const SHORT = 200;

/**
 * Makes requests that fit servers whose limits are not known: texts that are refused together are asked for in halves,
 * and one that is refused alone is asked for by its first half, as servers that cut long texts themselves do. How many
 * texts a server takes at once is remembered.
 */
export function fitTexts(request: RequestVectors): RequestVectors {
  let most = Number.POSITIVE_INFINITY;
  let cuts = 0;

  async function embed(texts: string[]): Promise<number[][]> {
    if (texts.length > most) return inParts(texts, most);
    try {
      return await request(texts);
    } catch (error) {
      if (!(error instanceof TextsRefused)) throw error;
      const [only = ''] = texts;
      if (texts.length > 1) {
        const half = Math.ceil(texts.length / 2);
        const before = cuts;
        const vectors = await inParts(texts, half);
        if (cuts === before) most = Math.min(most, half);
        return vectors;
      }
      if (only.length <= SHORT) throw error;
      cuts += 1;
      return embed([firstHalf(only)]);
    }
  }

  // One after the other: what is refused for another reason has then cost few requests.
  async function inParts(texts: string[], size: number): Promise<number[][]> {
    const vectors: number[][] = [];
    for (let start = 0; start < texts.length; start += size) {
      vectors.push(...(await embed(texts.slice(start, start + size))));
    }
    return vectors;
  }

  return embed;
}

function firstHalf(text: string): string {
  return text.slice(0, Math.ceil(text.length / 2)).toWellFormed();
}

/** The beginning of `text` that has at most `maxTokens`, cut in proportion; the text itself where it has no more. Pure. */
export function clipText(text: string, countTokens: (text: string) => number, maxTokens: number): string {
  let clipped = text;
  for (let tokens = countTokens(clipped); tokens > maxTokens; tokens = countTokens(clipped)) {
    const length = Math.min(clipped.length - 1, Math.floor((clipped.length * maxTokens) / tokens));
    clipped = clipped.slice(0, length).toWellFormed();
  }
  return clipped;
}
