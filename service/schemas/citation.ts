import { z } from '@hono/zod-openapi';

const span = z.object({ start: z.int().min(0), end: z.int().min(0) }).openapi('Span');

export const citationSchema = z
  .object({
    id: z.int().min(1).openapi({ description: 'The n of `[n]` in the answer.' }),
    url: z.string(),
    title: z.string(),
    heading: z.array(z.string()).openapi({ description: 'Headings above the quote, outermost first.' }),
    quote: z.string().openapi({ description: "The document's exact words: `text.slice(start, end)`." }),
    documentId: z.string(),
    start: z.int().min(0).openapi({ description: "UTF-16 offset into the document's text." }),
    end: z.int().min(0).openapi({ description: 'UTF-16 offset, exclusive.' }),
    contentHash: z.string().openapi({ example: 'sha256-…' }),
    fetchedAt: z.string().openapi({ format: 'date-time' }),
    answerSpans: z.array(span).openapi({ description: 'What in `answer` it supports, UTF-16 offsets.' }),
    link: z.string().openapi({ description: 'Opens the page at the quote (text fragment).' }),
  })
  .openapi('Citation');
export type Citation = z.infer<typeof citationSchema>;
