import { z } from 'zod';
import { isCountry } from '../../ingest/config/is-country.ts';
import { maxQuestionLength } from '../../service/schemas/answer-request.ts';
import { filtersSchema } from '../../service/schemas/filters.ts';
import { normaliseText } from '../metrics/normalise-text.ts';
import { globFault } from './glob-fault.ts';
import { patternFault } from './pattern-fault.ts';

export const words = z.string().regex(/\S/u, { error: 'text that is not empty' });

/** Wide enough for `"—"` to be refused: it would normalise to nothing that can be compared. */
export const comparedText = z.string().refine((value) => /[\p{L}\p{N}\p{S}]/u.test(normaliseText(value)), {
  error: 'text with a letter, digit or symbol',
});

export const pattern = z.string().superRefine((source, context) => {
  const fault = patternFault(source);
  if (fault !== null) context.addIssue({ code: 'custom', message: fault, input: source });
});

export const urlGlob = z.string().superRefine((glob, context) => {
  const fault = globFault(glob);
  if (fault !== null) context.addIssue({ code: 'custom', message: fault, input: glob });
});

export const locale = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'a language such as en or es-MX' });

const questionWords = { error: `a question of 1 to ${maxQuestionLength} characters` };
export const question = z.string().regex(/\S/u, questionWords).max(maxQuestionLength, questionWords);

const market = z.string().refine(isCountry, { error: 'an ISO 3166 country code such as ES' });

/** What may be sent beside a question, by a case or by one turn of it. */
export const sentBeside = {
  locale: locale
    .optional()
    .describe('Language that is sent with the question. Left out, the service detects it.'),
  market: market
    .optional()
    .describe('Country of the shopper that is sent with the question, ISO 3166-1 alpha-2, such as ES.'),
  filters: filtersSchema
    .optional()
    .describe('Narrows products, sent with the question: such as { maxPrice: 100, color: red }.'),
};
