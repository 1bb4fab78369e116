import { z } from '@hono/zod-openapi';

/** An id that a client hands back: of an answer, a conversation. */
export const identifier = z.string().min(1).max(128);

// PostgreSQL cannot store NUL, and a lone surrogate is not UTF-8: neither is text that somebody typed.
const isText = (value: string) => !value.includes('\0') && value.isWellFormed();
export const text = (max: number) =>
  z.string().trim().min(1).max(max).refine(isText, { message: 'text without NUL or lone surrogates' });
