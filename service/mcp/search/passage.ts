import { z } from '@hono/zod-openapi';
import { makeAnswerBuilder } from '../../answer/compose/compose-answer.ts';
import type { RankedUnit } from '../../answer/rank/rank-units.ts';
import { citationSchema } from '../../schemas/citation.ts';

const { url, title, heading, documentId, start, end, contentHash, fetchedAt, link } = citationSchema.shape;

export const passageSchema = z
  .object({
    url,
    title,
    heading,
    quote: z.string().openapi({ description: "The document's exact words: `text.slice(start, end)`." }),
    highlight: z.string().openapi({ description: 'The sentence, row or fact of it that fits best.' }),
    documentId,
    start,
    end,
    contentHash,
    fetchedAt,
    link,
    score: z.number().openapi({ description: 'Compares passages of one search, and nothing else.' }),
  })
  .openapi('Passage');
/** A passage of a store's page, with what proves it. */
export type Passage = z.infer<typeof passageSchema>;

/** The passage of its best unit; the link opens the page there. Pure. */
export function toPassage(unit: RankedUnit, storeId: string): Passage | null {
  const { evidence: piece } = unit;
  const quote = { evidence: 0, start: unit.start, end: unit.end };
  const { citations } = makeAnswerBuilder([piece], storeId).add({ text: unit.text, quotes: [quote] });
  const [citation] = citations;
  if (citation === undefined) return null;
  const { id: _, answerSpans: _spans, quote: highlight, ...proof } = citation;
  const score = Math.round(unit.score * 1000) / 1000;
  return { ...proof, quote: piece.text, highlight, start: piece.start, end: piece.end, score };
}
