import { z } from '@hono/zod-openapi';

export const conflictSchema = z
  .object({
    url: z.string().openapi({ description: 'The page that was not answered from.' }),
    quote: z.string().openapi({ description: 'Its words that another page contradicts.' }),
    wins: z.string().openapi({ description: 'The page that was answered from.' }),
    reason: z.enum(['article', 'newer', 'policy']).openapi({
      description:
        'Why that page wins: this one is an article, true of its day; that one is newer; or it is more of a policy than this one.',
    }),
  })
  .openapi('Conflict');
/** Two pages of a store that contradict each other. */
export type ConflictReport = z.infer<typeof conflictSchema>;
