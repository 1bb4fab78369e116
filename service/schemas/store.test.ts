import { expect, it } from 'vitest';
import { IDENTIFIER_WORDS } from '../../ingest/config/identifier.ts';
import { storeIdSchema } from './store.ts';

it.each(['sample', 'shop.example', 'A-1_b', '7', 'x'.repeat(64)])(
  'takes a store that may be configured: %s',
  (id) => {
    expect(storeIdSchema.parse(id)).toBe(id);
  },
);

it.each(['', ' ', 'a b', '../shop', '-shop', 'a/b', 'tienda ñ', 'sample\n', 'a\0', 'x'.repeat(65)])(
  'refuses what no store is called: %j',
  (id) => {
    const { error } = storeIdSchema.safeParse(id);
    expect(error?.issues.map(({ message }) => message)).toEqual([IDENTIFIER_WORDS]);
  },
);
