import { type Context, createContext, Script } from 'node:vm';

/** A pattern that needs longer on one answer would hold up a suite; those that QA writes need microseconds. */
const LONGEST_MS = 100;

const script = new Script('new RegExp(source, "iu").test(text)');
let sandbox: (Context & { source: string; text: string }) | null = null;

/**
 * Whether a regular expression (flags `iu`) is found in a text. A pattern that backtracks without end is stopped after
 * 100 ms: V8 can be interrupted within a match when it runs in a context of its own with a time limit.
 *
 * @throws SyntaxError when it is no regular expression.
 * @throws RangeError when it is stopped.
 */
export function matchesPattern(text: string, source: string): boolean {
  sandbox ??= createContext({ source, text }) as Context & { source: string; text: string };
  Object.assign(sandbox, { source, text });
  try {
    return script.runInContext(sandbox, { timeout: LONGEST_MS }) === true;
  } catch (cause) {
    // Errors of another context are no instances of this one's classes.
    const { code, message } = cause as { code?: unknown; message?: unknown };
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
      throw new RangeError(
        `expected a pattern that is done within ${LONGEST_MS} ms, got /${source}/: nested repeats such as (a+)+ take ages`,
        { cause },
      );
    }
    throw new SyntaxError(`/${source}/: ${message}`, { cause });
  }
}
