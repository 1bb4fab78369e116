import { Cron } from 'croner';
import { z } from 'zod';
import { IDENTIFIER, IDENTIFIER_WORDS } from './identifier.ts';
import { isCountry } from './is-country.ts';
import { HOURS_EXPECTED, readHours } from './opening-hours.ts';
import { readRetention } from './read-retention.ts';

const text = z.string().refine((value) => value.trim() !== '', { error: 'text that is not empty' });
const locale = z
  .string()
  .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/, { error: 'a language such as en or es-MX' });
const webUrl = z.string().refine(isWebUrl, { error: 'an http(s) URL such as https://shop.example/' });
const place = text.refine((value) => !/^[a-z][a-z0-9+.-]*:\/\//i.test(value) || isWebUrl(value), {
  error: 'a path or an http(s) URL',
});

const identifier = z.string().regex(IDENTIFIER, { error: IDENTIFIER_WORDS });

/** As commands and configuration write a private address that may be reached. */
export const ALLOWED_HOST = /^(?:\[[0-9a-f:.]+\]|[^\s:/@[\]]+):\d{1,5}$/i;

const allowHosts = z.array(z.string().regex(ALLOWED_HOST, { error: 'HOST:PORT such as 127.0.0.1:8788' }));

const source = z.strictObject({
  id: identifier.optional(),
  site: webUrl.optional(),
  feed: place.optional(),
  files: place.optional(),
  /** What its documents are, where they are no products. */
  kind: z.enum(['page', 'policy', 'faq', 'file']).optional(),
  /** For documents that name no language. */
  locale: locale.optional(),
  include: z.array(text).min(1).optional(),
  exclude: z.array(text).min(1).optional(),
  maxPages: z.int().min(1).optional(),
  allowHosts: allowHosts.optional(),
  /** Field to column, for a catalog whose column names tell nothing. */
  mapping: z.record(z.string(), text).optional(),
  baseUrl: webUrl.optional(),
  /** Pages that show nothing without JavaScript are drawn by a Chromium on this machine. */
  render: z.enum(['browser']).optional(),
  /** When the running service ingests it anew. */
  schedule: z
    .string()
    .refine(isSchedule, {
      error:
        'a cron schedule that comes some day, such as "0 3 * * *": minute, hour, day of the month, month, day of the week; seconds may stand before them',
    })
    .optional(),
  /** The country whose shoppers its policies and prices are for; absent: all. */
  market: z
    .string()
    .refine(isCountry, { error: 'an ISO 3166 country code of two letters, such as US or GB' })
    .optional(),
  /** ISO 4217, for prices that name no currency. */
  currency: z
    .string()
    .regex(/^[A-Za-z]{3}$/, { error: 'an ISO 4217 code such as EUR' })
    .optional(),
});

const handoff = z.strictObject({
  /** Said when people are offered: one text in the store's first language, or a text for each. */
  message: z
    .union([text, z.record(locale, text)], { error: 'text, or a text for each language such as en: …' })
    .optional(),
  email: z.email({ error: 'an e-mail address' }).optional(),
  /** When somebody is there, in the store's time zone: for machines, or one text for people. */
  hours: z
    .union([text, z.array(text).min(1)], { error: HOURS_EXPECTED })
    .superRefine(checkHours)
    .optional(),
  /** Where handoffs are sent, signed with the secret in the environment variable of this name. */
  webhook: webUrl.optional(),
  webhookSecret: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, {
      error: 'the name of an environment variable such as AISLE_HANDOFF_SECRET, not the secret itself',
    })
    .optional(),
  /** Private addresses that the webhook may be at. */
  allowHosts: allowHosts.optional(),
});

/** Names of one thing; one of a single word is what the others are searched by. */
const synonymLine = z
  .array(text)
  .refine((names) => names.length >= 2, {
    error: 'at least two names of one thing, such as [trainers, sneakers]',
  })
  .refine((names) => names.some((name) => /^[\p{L}\p{N}]+$/u.test(name.trim())), {
    error: 'a line with at least one name of a single word, such as [kicks, running shoes]',
  });

/** More than these nobody reads. */
const MOST_EXAMPLES = 8;
const exampleList = z.array(text).min(1).max(MOST_EXAMPLES);

const store = z.strictObject({
  id: identifier,
  name: text.optional(),
  locales: z.array(locale).min(1).optional(),
  /** What this store and its shoppers call the same thing, a line each, beside what Aisle knows itself. */
  synonyms: z.array(synonymLine).min(1).optional(),
  /** Questions that an empty chat offers: in the first of locales, or for each; without them those of the pages' headings. */
  examples: z
    .union([exampleList, z.record(locale, exampleList)], {
      error: `a list of 1 to ${MOST_EXAMPLES} questions, or one for each language such as en: […]`,
    })
    .optional(),
  /** In which the schedules of its sources are; absent: the machine's. */
  timezone: z
    .string()
    .refine(isTimezone, { error: 'an IANA time zone such as Europe/Madrid or UTC' })
    .optional(),
  sources: z.array(source).min(1),
  /** How long a conversation is kept in which nothing is asked any more. */
  retention: z
    .string()
    .refine((value) => readRetention(value) !== undefined, {
      error: 'a time such as "30 days", in hours, days, weeks, months or years, or "forever"',
    })
    .optional(),
  handoff: handoff.optional(),
});

/** The format of `aisle.yaml`. What spans several fields is checked by `configContradictions`. */
export const configFormat = z.strictObject({
  store: store.optional(),
  stores: z.array(store).min(1).optional(),
});

/** What a source is made of: one of these keys says where it is. */
export const SOURCE_KINDS = ['site', 'feed', 'files'] as const;

export type SourceConfig = z.infer<typeof source>;
export type StoreConfig = z.infer<typeof store>;
export type HandoffConfig = z.infer<typeof handoff>;

/** The keys that each level of the file knows, to tell which one was meant. */
export function knownKeys(path: readonly (string | number)[]): string[] {
  const keys = path.filter((step) => typeof step === 'string');
  const last = keys.at(-1);
  if (last === undefined) return Object.keys(configFormat.shape);
  if (last === 'sources') return Object.keys(source.shape);
  return Object.keys(last === 'handoff' ? handoff.shape : store.shape);
}

/** Five fields, or six with seconds first, as cron has them. */
function isSchedule(value: string): boolean {
  if (!/^\S+(\s+\S+){4,5}$/.test(value.trim())) return false;
  try {
    return new Cron(value, { paused: true }).nextRun() !== null;
  } catch {
    return false;
  }
}

/** A name, for an offset such as +01:00 knows no summer time. */
function isTimezone(value: string): boolean {
  if (!/^[A-Za-z]/.test(value)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }) !== null;
  } catch {
    return false;
  }
}

function checkHours(value: string | string[], context: z.RefinementCtx): void {
  const read = readHours(value);
  if (read.kind === 'mistake')
    context.addIssue({
      code: 'custom',
      message: `${read.expected}; the time zone is the store's timezone`,
      input: read.entry,
    });
}

function isWebUrl(value: string): boolean {
  const url = URL.parse(value);
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.username === '' &&
    url.password === '' &&
    url.hostname !== ''
  );
}
