/** One part as the model wrote it: nothing in it is checked yet, but that it has a text. */
export interface RawPart {
  text: string;
  citations: unknown;
}

export interface PartsParser {
  /** Takes the next piece of the model's text; gives the parts that it completes. */
  push(chunk: string): RawPart[];
  /** Whether the text holds an answer in the expected form, be it an empty one. */
  readonly sawAnswer: boolean;
  /** Whether so much text came that reading on is pointless. */
  readonly full: boolean;
}

/** Characters; many times the longest useful answer. Bounds memory and time against a model that never ends. */
const longestAnswer = 200_000;
/** Characters; an object longer than this is no sentence with its citations. */
const longestPart = 10_000;
/** An answer is two deep; a few more for what a model wraps around it. Bounds how often a character is parsed. */
const deepest = 8;

const saysNo = /"answerable"\s*:\s*false/;
const answerKey = /^\{\s*"(?:answerable|parts)"\s*:/;

/**
 * Reads `{"answerable": …, "parts": [{"text", "citations"}, …]}` from a stream, each part the moment its `}` arrives. Looks for
 * objects with a text at any depth, so that code fences, prose around the JSON, a bare list and a cut-off end do no harm. Parts
 * of an answer that begins with `"answerable": false` are not given.
 */
export function makePartsParser(): PartsParser {
  let text = '';
  let at = 0;
  let inString = false;
  let escaped = false;
  let sawAnswer = false;
  /** Offsets of the open `{`, and how many more are open deeper than we look. */
  const open: number[] = [];
  let deeper = 0;

  function readStringChar(char: string): void {
    if (escaped) escaped = false;
    else if (char === '\\') escaped = true;
    else if (char === '"') inString = false;
  }

  function openObject(): void {
    if (insideReasoning(text, at)) return;
    if (open.length < deepest) open.push(at);
    else deeper++;
  }

  function closeObject(): RawPart | null {
    if (deeper > 0) {
      deeper--;
      return null;
    }
    const start = open.pop();
    if (start === undefined) return null;
    if (answerKey.test(text.slice(start, start + 100))) sawAnswer = true;
    if (at - start > longestPart) return null;
    const part = readPart(text.slice(start, at + 1));
    if (!part) return null;
    sawAnswer = true;
    const outer = open.at(-1);
    const refused = outer !== undefined && saysNo.test(text.slice(outer, outer + 200));
    return refused ? null : part;
  }

  return {
    push(chunk) {
      const parts: RawPart[] = [];
      text += chunk.slice(0, Math.max(0, longestAnswer - text.length));
      for (; at < text.length; at++) {
        const char = text.charAt(at);
        if (inString) readStringChar(char);
        else if (char === '{') openObject();
        // Quotes in prose before the JSON need not come in pairs.
        else if (char === '"') inString = open.length > 0;
        else if (char === '}') {
          const part = closeObject();
          if (part) parts.push(part);
        }
      }
      return parts;
    },
    get sawAnswer() {
      return sawAnswer;
    },
    get full() {
      return text.length >= longestAnswer;
    },
  };
}

/** Some models think aloud in tags first, with drafts of their answer; what counts comes after. */
function insideReasoning(text: string, at: number): boolean {
  if (!/^\s*<think/.test(text)) return false;
  const end = text.indexOf('</think');
  return end < 0 || end > at;
}

function readPart(json: string): RawPart | null {
  const value = parseLeniently(json);
  if (typeof value !== 'object' || value === null) return null;
  const { text, citations } = value as Record<string, unknown>;
  return typeof text === 'string' ? { text, citations } : null;
}

function parseLeniently(json: string): unknown {
  for (const candidate of [json, repaired(json)]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // Tried again as repaired; what cannot be read even then is no part.
    }
  }
  return null;
}

/** Mends what smaller models get wrong: raw line breaks in strings, a comma before a closing bracket. */
function repaired(json: string): string {
  return json.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/g, '$1');
}
