import type { AnswerTask, Evidence, Quote, Verify } from '../answerer.ts';

/** Evidence for tests, as if each text were a passage in the middle of its own document. */
export function fakeEvidence(...passages: (string | Partial<Evidence>)[]): Evidence[] {
  return passages.map((given, index) => {
    const own = typeof given === 'string' ? { text: given } : given;
    const text = own.text ?? '';
    const start = own.start ?? 100 * (index + 1);
    return {
      index,
      documentId: `doc_${index}`,
      url: `https://shop.example/page-${index}`,
      title: `Page ${index}`,
      heading: ['Help'],
      kind: 'page',
      locale: 'en',
      shape: 'prose',
      contentHash: `sha256-${index}`,
      fetchedAt: '2026-11-22T09:00:00Z',
      score: 1 - index / 10,
      cosine: 0,
      product: null,
      ...own,
      text,
      start,
      end: start + text.length,
    };
  });
}

/** A task for tests: in English, without history, never aborted. */
export function fakeTask(
  question: string,
  evidence: Evidence[],
  given: Partial<AnswerTask> = {},
): AnswerTask {
  return {
    question,
    asked: question,
    locale: 'en',
    storeName: 'Test Store',
    evidence,
    ranked: [],
    history: [],
    signal: new AbortController().signal,
    ...given,
  };
}

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}$€]+/gu) ?? [];
const negations = (text: string) => (text.match(/\b(?:not|never|no)\b|n['’]t\b/giu) ?? []).length;

/** The sentence of the passage that shares most words; none where less than half of the sentence is in it. */
export function wordOverlapQuote(sentence: string, evidence: Evidence): Quote[] {
  const asked = words(sentence);
  let best: { share: number; start: number; end: number } | null = null;
  for (const match of evidence.text.matchAll(/[^.!?\n]+[.!?]?/gu)) {
    const own = new Set(words(match[0]));
    const share = asked.filter((word) => own.has(word)).length / asked.length;
    const lead = match[0].length - match[0].trimStart().length;
    const start = evidence.start + match.index + lead;
    const end = evidence.start + match.index + match[0].trimEnd().length;
    if (share >= 0.5 && share > (best?.share ?? 0)) best = { share, start, end };
  }
  return best ? [{ evidence: evidence.index, start: best.start, end: best.end }] : [];
}

/** Numbers must be in the quotes, and one must negate as often as the other. */
export const plainVerify: Verify = (sentence, quotes) => {
  const quoted = quotes.map(({ text }) => text).join('\n');
  const facts = quotes.map(({ product }) => String(product?.price ?? '')).join(' ');
  const missing = (sentence.match(/\d+(?:[.,]\d+)*/gu) ?? []).find(
    (number) => !`${quoted} ${facts}`.includes(number),
  );
  if (missing) return { ok: false, reason: `number ${missing} is not in the quotes` };
  if (negations(sentence) % 2 !== negations(quoted) % 2) return { ok: false, reason: 'says the opposite' };
  return { ok: true };
};
