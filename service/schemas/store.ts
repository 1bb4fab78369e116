import { z } from '@hono/zod-openapi';
import { IDENTIFIER, IDENTIFIER_WORDS } from '../../ingest/config/identifier.ts';

/** A store as a request names it: by the same rule as its configuration. */
export const storeIdSchema = z.string().regex(IDENTIFIER, { error: IDENTIFIER_WORDS }).openapi({
  description: 'The store to answer for. Default: the only or the configured store.',
  example: 'sample',
});

export const storeSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    locales: z.array(z.string()),
    examples: z
      .array(z.string())
      .optional()
      .openapi({ description: 'Questions to begin with, in the first of `locales`.' }),
    examplesByLocale: z
      .record(z.string(), z.array(z.string()))
      .optional()
      .openapi({ description: 'The same for each of `locales`; empty where no page asks one in it.' }),
  })
  .openapi('Store');
/** A store that questions can be asked of. */
export type Store = z.infer<typeof storeSchema>;
