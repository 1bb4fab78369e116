/** Why a text is no JSON, and where: an offset in UTF-16 code units. */
export interface JsonFault {
  offset: number;
  expected: string;
  got: string;
}

const SPACE = /[ \t\r\n]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings must not hold control characters
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** An object or list that is open, with the keys it has so far (null for a list). */
interface Opened {
  keys: Set<string> | null;
}

type Wanted = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma' | 'end';

const EXPECTED: Record<Exclude<Wanted, 'comma'>, string> = {
  value: 'a value (text in double quotes, a number, true, false, null, {…} or […])',
  'value or ]': 'a value or ]',
  key: 'a field name in double quotes',
  'key or }': 'a field name in double quotes, or }',
  colon: 'a colon',
  end: 'nothing more on the line',
};

/**
 * The first place where a text stops being JSON (RFC 8259), or where a field is given twice in one object, which
 * `JSON.parse` lets pass in silence. Linear, without recursion. Pure.
 */
export function findJsonFault(text: string): JsonFault | null {
  const open: Opened[] = [];
  let wanted: Wanted = 'value';
  let at = skip(SPACE, text, 0);
  const fault = (expected: string, offset = at): JsonFault => ({ offset, expected, got: show(text, offset) });
  const afterValue = (): Wanted => (open.length === 0 ? 'end' : 'comma');

  while (at < text.length) {
    const letter = text.charAt(at);
    const top = open.at(-1);
    if (wanted === 'comma') {
      const closes = top?.keys ? '}' : ']';
      if (letter === closes) {
        open.pop();
        wanted = afterValue();
      } else if (letter === ',') wanted = top?.keys ? 'key' : 'value';
      else return fault(`a comma or ${closes}`);
      at += 1;
    } else if (wanted === 'colon') {
      if (letter !== ':') return fault(EXPECTED.colon);
      wanted = 'value';
      at += 1;
    } else if (wanted === 'key' || wanted === 'key or }') {
      if (letter === '}' && wanted === 'key or }') {
        open.pop();
        wanted = afterValue();
        at += 1;
      } else if (letter === '"') {
        const string = readString(text, at);
        if (typeof string !== 'number') return string;
        const key = text.slice(at, string);
        if (top?.keys?.has(key)) return { offset: at, expected: 'each field once', got: `${key} again` };
        top?.keys?.add(key);
        wanted = 'colon';
        at = string;
      } else return fault(EXPECTED[wanted]);
    } else if (wanted === 'end') {
      return fault(EXPECTED.end);
    } else if (letter === '{' || letter === '[') {
      open.push({ keys: letter === '{' ? new Set() : null });
      wanted = letter === '{' ? 'key or }' : 'value or ]';
      at += 1;
    } else if (letter === ']' && wanted === 'value or ]') {
      open.pop();
      wanted = afterValue();
      at += 1;
    } else {
      const end = letter === '"' ? readString(text, at) : skip(SCALAR, text, at);
      if (typeof end !== 'number') return end;
      if (end === at) return fault(EXPECTED[wanted]);
      wanted = afterValue();
      at = end;
    }
    at = skip(SPACE, text, at);
  }
  if (wanted === 'end') return null;
  return fault(wanted === 'comma' ? `a comma or ${open.at(-1)?.keys ? '}' : ']'}` : EXPECTED[wanted]);
}

/** @returns the offset after the string's closing quote. */
function readString(text: string, start: number): number | JsonFault {
  let at = start + 1;
  for (;;) {
    at = skip(PLAIN, text, at);
    if (text.charAt(at) === '"') return at + 1;
    if (at >= text.length) {
      return { offset: start, expected: 'a closing double quote', got: 'text that does not end' };
    }
    const after = skip(ESCAPE, text, at);
    if (after === at) {
      const expected =
        text.charAt(at) === '\\'
          ? 'an escape such as \\n, \\" or \\u00e9'
          : 'an escape for a control character';
      return { offset: at, expected, got: show(text, at) };
    }
    at = after;
  }
}

function skip(what: RegExp, text: string, from: number): number {
  what.lastIndex = from;
  return what.test(text) ? what.lastIndex : from;
}

function show(text: string, offset: number): string {
  return offset >= text.length ? 'the end of the line' : JSON.stringify(text.slice(offset, offset + 20));
}
