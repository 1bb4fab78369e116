import { z } from '@hono/zod-openapi';

// PostgreSQL cannot store NUL, and a lone surrogate is not UTF-8: neither is text that somebody typed.
const isText = (value: string) => !value.includes('\0') && value.isWellFormed();
const keepable = { message: 'text without NUL or lone surrogates' };

export const text = (max: number) => z.string().trim().min(1).max(max).refine(isText, keepable);

/** An id that a client hands back: of an answer, a conversation, a document. */
export const identifier = z.string().min(1).max(128).refine(isText, keepable);

/** What a filter is compared with; '' is no word, but no mistake either. */
export const filterWord = z.string().max(200).refine(isText, keepable);

/** Whether every name of an object can be kept. */
export const hasKeepableNames = (value: object): boolean => Object.keys(value).every(isText);

/** A BCP 47 language tag, without extensions. */
export const languageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a BCP 47 language such as "en" or "es-MX"');
