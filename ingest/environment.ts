import { z } from 'zod';
import { UsageProblem } from './config/usage-problem.ts';
import type { LogLevel } from './logger.ts';

/** What the environment settles for every command. */
export interface Environment {
  /** Null: the embedded database. */
  databaseUrl: string | null;
  /** Folder of the embedded database. */
  dataDir: string;
  embeddingModel: string;
  chatModel: string;
  openaiApiKey: string | null;
  openaiBaseUrl: string | null;
  /** Where passages are scored; null: they are ranked without. */
  rerankUrl: string | null;
  rerankModel: string | null;
  rerankApiKey: string | null;
  /** 0 takes any free port; so for the sample store. */
  port: number;
  host: string;
  sampleStorePort: number;
  /** Whether a service without keys may serve other machines than its own. */
  openToAll: boolean;
  /** The publishable key of the service's own chat page. */
  pageKey: string | null;
  /** What `npm run eval -- --against` shows a service that has keys. */
  aisleKey: string | null;
  /** Proxies of one's own before the service; 0: `X-Forwarded-For` is not read. */
  trustProxy: number;
  /** Limits of one address, through publishable keys or without: requests a minute, questions and US dollars a day; null: none. */
  addressPerMinute: number | null;
  addressPerDay: number | null;
  addressBudgetUsd: number | null;
  /** How long answers under way may take to end when the service is stopped, in seconds. */
  drainSeconds: number;
  logLevel: LogLevel;
  /** The browser of sources with `render: browser`; null: looked for in the usual places. */
  chromiumPath: string | null;
  /** Where `aisle.yaml` is, if not in the working directory. */
  configPath: string | null;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const port = z
  .string()
  .regex(/^\d{1,5}$/, { error: 'a port from 0 to 65535' })
  .transform(Number)
  .refine((value) => value <= 65_535, { error: 'a port from 0 to 65535' });

/** A number above 0, or `none`, which is null. */
const limit = (form: RegExp, expected: string) =>
  z
    .string()
    .refine((value) => value === 'none' || (form.test(value) && Number(value) > 0), { error: expected })
    .transform((value) => (value === 'none' ? null : Number(value)));

const url = (schemes: RegExp, expected: string) =>
  z.string().refine((value) => schemes.test(URL.parse(value)?.protocol ?? ''), { error: expected });

const FORMAT = z.object({
  DATABASE_URL: url(
    /^postgres(ql)?:$/,
    'postgresql://user:password@host:5432/database, or nothing for the embedded database',
  ).optional(),
  AISLE_DATA: z.string().default('.aisle'),
  EMBEDDING_MODEL: z
    .string()
    .regex(/^(local|openai:\S+)$/, { error: 'local, or openai: and the name of a model' })
    .default('local'),
  CHAT_MODEL: z
    .string()
    .regex(/^(extractive|[\w-]+:\S+)$/, {
      error: 'extractive, or a provider and a model such as openai:gpt-5-mini',
    })
    .default('extractive'),
  OPENAI_API_KEY: z.string().regex(/^\S+$/, { error: 'a key without white space' }).optional(),
  OPENAI_BASE_URL: url(/^https?:$/, 'an http(s) URL such as http://127.0.0.1:11434/v1').optional(),
  RERANK_URL: z
    .string()
    .refine(isPlainUrl, {
      error: 'an http(s) URL such as http://127.0.0.1:8080/rerank, its key in RERANK_API_KEY',
    })
    .optional(),
  RERANK_MODEL: z.string().regex(/^\S+$/, { error: 'the name of a model, without white space' }).optional(),
  RERANK_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, { error: 'a key without white space' })
    .optional(),
  PORT: port.default(8787),
  HOST: z.string().regex(/^\S+$/, { error: 'a host name or address such as 127.0.0.1' }).default('127.0.0.1'),
  SAMPLE_STORE_PORT: port.default(8788),
  AISLE_OPEN: z
    .enum(['0', '1'], { error: '1 to serve everybody without a key, or 0' })
    .default('0')
    .transform((value) => value === '1'),
  PAGE_KEY: z
    .string()
    .regex(/^pk_[0-9A-Za-z]{30}$/, { error: 'a publishable key, pk_ and 30 letters and digits' })
    .optional(),
  AISLE_KEY: z
    .string()
    .regex(/^[ps]k_[0-9A-Za-z]{30}$/, { error: 'a key, sk_ or pk_ and 30 letters and digits' })
    .optional(),
  TRUST_PROXY: z
    .string()
    .regex(/^\d$/, { error: 'how many proxies of yours stand before the service, 0 to 9' })
    .transform(Number)
    .default(0),
  // Far more than one shopper asks, or the shoppers of one office; far less than a script.
  ADDRESS_PER_MINUTE: limit(/^\d{1,9}$/, 'requests from 1, or none').default(120),
  ADDRESS_PER_DAY: limit(/^\d{1,9}$/, 'questions from 1, or none').default(1_000),
  ADDRESS_BUDGET_USD: limit(/^\d{1,6}(\.\d{1,6})?$/, 'US dollars a day such as 2 or 0.50, or none').default(
    2,
  ),
  DRAIN_SECONDS: z
    .string()
    .regex(/^\d{1,3}$/, { error: 'seconds from 0 to 999' })
    .transform(Number)
    .default(5),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  CHROMIUM_PATH: z.string().optional(),
  AISLE_CONFIG: z.string().optional(),
});

/** Values that are never shown, for they hold or may hold a secret. */
const SECRET = new Set([
  'DATABASE_URL',
  'OPENAI_API_KEY',
  'OPENAI_BASE_URL',
  'RERANK_URL',
  'RERANK_API_KEY',
  'PAGE_KEY',
  'AISLE_KEY',
]);

/**
 * Reads the settings that Aisle knows out of the environment; a variable that is empty counts as unset.
 * @throws UsageProblem naming every variable that is wrong, what was expected and what was got, at once. Secrets are not shown.
 */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const set = Object.fromEntries(
    Object.keys(FORMAT.shape)
      .map((name) => [name, variables[name]?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const { data, error } = FORMAT.safeParse(set);
  if (error) {
    const lines = error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `${name}: expected ${issue.message}, got ${shown(name, set[name] ?? '')}`;
    });
    throw new UsageProblem(['The environment has settings that cannot be used:', ...lines].join('\n  '));
  }
  return {
    databaseUrl: data.DATABASE_URL ?? null,
    dataDir: data.AISLE_DATA,
    embeddingModel: data.EMBEDDING_MODEL,
    chatModel: data.CHAT_MODEL,
    openaiApiKey: data.OPENAI_API_KEY ?? null,
    openaiBaseUrl: data.OPENAI_BASE_URL ?? null,
    rerankUrl: data.RERANK_URL ?? null,
    rerankModel: data.RERANK_MODEL ?? null,
    rerankApiKey: data.RERANK_API_KEY ?? null,
    port: data.PORT,
    host: data.HOST,
    sampleStorePort: data.SAMPLE_STORE_PORT,
    openToAll: data.AISLE_OPEN,
    pageKey: data.PAGE_KEY ?? null,
    aisleKey: data.AISLE_KEY ?? null,
    trustProxy: data.TRUST_PROXY,
    addressPerMinute: data.ADDRESS_PER_MINUTE,
    addressPerDay: data.ADDRESS_PER_DAY,
    addressBudgetUsd: data.ADDRESS_BUDGET_USD,
    drainSeconds: data.DRAIN_SECONDS,
    logLevel: data.LOG_LEVEL,
    chromiumPath: data.CHROMIUM_PATH ?? null,
    configPath: data.AISLE_CONFIG ?? null,
  };
}

/** Without a user name and password, which would be shown wherever the address is. */
function isPlainUrl(value: string): boolean {
  const parsed = URL.parse(value);
  return (
    parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.username === '' && parsed.password === ''
  );
}

function shown(name: string, value: string): string {
  if (!SECRET.has(name)) return JSON.stringify(value);
  const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(value)?.[0];
  return scheme === undefined ? `${value.length} characters` : `a value that begins with ${scheme}:`;
}
