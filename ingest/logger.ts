import {
  type Bindings,
  type ChildLoggerOptions,
  type DestinationStream,
  type Logger,
  pino,
  stdSerializers,
} from 'pino';
import { prettyDestination } from './pretty-log.ts';
import { withoutSecrets } from './safe-fetch/without-secrets.ts';

/** What a log may say, from most to least. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/** How {@link makeLogger} is set up. */
export interface LoggerOptions {
  level: LogLevel;
  /** Where lines go; default standard error, so that standard output stays the program's own. */
  destination?: DestinationStream;
  /** One readable line for each entry in place of JSON. */
  pretty?: boolean;
}

const HIDDEN = '[redacted]';

/** Names, in lower case without `-` and `_`, whose values are secrets, or what shoppers have written. */
const SECRET =
  /^(proxy)?authorization$|^(set)?cookies?$|apikey$|^password$|^passwd$|secret$|^(.*)token$|^questions?$|^history$|^comment$/;

/** Deeper objects are no longer looked at, and so not written either. */
const MAX_DEPTH = 6;

/**
 * Makes a pino logger that hides what no log should hold: authorization headers, cookies, API keys, tokens, the
 * passwords and tokens of URLs wherever they stand, and the text of questions.
 */
export function makeLogger({ level, destination, pretty = false }: LoggerOptions): Logger {
  const target = destination ?? pino.destination({ dest: 2, sync: true });
  const err = (error: unknown) => scrub(error instanceof Error ? stdSerializers.err(error) : error);
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err, error: err },
      formatters: {
        level: (label) => ({ level: label }),
        log: (entry) => scrub(entry) as Record<string, unknown>,
      },
      hooks: {
        logMethod(parameters, method) {
          method.apply(this, safeParameters(parameters) as typeof parameters);
        },
      },
    },
    pretty ? prettyDestination(target) : target,
  );
  return guardChildren(logger);
}

/** pino formats the fields of a child once, when it is made, and past its own formatters. */
function guardChildren(logger: Logger): Logger {
  const child: (bindings: Bindings, options?: ChildLoggerOptions) => Logger = logger.child.bind(logger);
  const guarded = (bindings: Bindings, options?: ChildLoggerOptions) =>
    guardChildren(child(scrub(bindings) as Bindings, options));
  return Object.assign(logger, { child: guarded });
}

/** An error that comes without a message of its own would lend pino its raw one. */
function safeParameters(parameters: unknown[]): unknown[] {
  const [first, message, ...rest] = parameters;
  const error = first instanceof Error ? first : (first as { err?: unknown } | undefined)?.err;
  const said = message === undefined && error instanceof Error ? error.message : message;
  const safe = [first, said, ...rest].map((value) => (typeof value === 'string' ? scrubText(value) : value));
  return said === undefined ? safe.slice(0, 1) : safe;
}

/**
 * A copy of a value without secrets, however deep they sit. Errors are left for the serializers.
 */
function scrub(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrubText(value);
  if (typeof value !== 'object' || value === null || value instanceof Error || value instanceof Date)
    return value;
  if (value instanceof URL) return scrubText(value.href);
  if (depth >= MAX_DEPTH) return '[too deep]';
  if (Array.isArray(value)) return value.map((each) => scrub(each, depth + 1));
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  const entries = Object.entries(value).map(([name, each]) => {
    const secret =
      SECRET.test(name.toLowerCase().replace(/[-_]/g, '')) && each !== null && each !== undefined;
    return [name, secret ? HIDDEN : scrub(each, depth + 1)];
  });
  return Object.fromEntries(entries);
}

/** Secrets of URLs, bearer tokens, Aisle's own keys and those that look like a provider's, in running text. */
function scrubText(text: string): string {
  return withoutSecrets(text)
    .replace(/\b(Bearer|Basic)\s+[\w.~+/=-]{6,}/gi, `$1 ${HIDDEN}`)
    .replace(/\b(sk-[\w-]{8,}|[ps]k_[0-9A-Za-z]{20,})/g, HIDDEN);
}
