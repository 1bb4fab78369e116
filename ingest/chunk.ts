import type { PassageShape } from '../sql/document.ts';
import type { SourceDocument } from './extract/source-document.ts';
import { type Span, splitSentences } from './sentences.ts';

/** A passage to be: `document.text.slice(start, end)`, trimmed. */
export interface Chunk {
  start: number;
  end: number;
  heading: string[];
  shape: PassageShape;
}

export interface ChunkOptions {
  /** Tokens of a text, as the embedding and chat models' tokenizer counts them. */
  countTokens: (text: string) => number;
  /**
   * Longest passage, in tokens. The default, 220, is about 160 English words: a rule with its conditions and exceptions, or a
   * table of a dozen rows. It keeps 84 % of XQuAD's English paragraphs whole (median 144), on which retrieval was measured, and
   * six passages, an answer's default, take at most some 1,300 tokens of a prompt.
   */
  maxTokens?: number;
  /** A last passage shorter than this joins the one before it if both fit; default a fifth of `maxTokens`. */
  minTokens?: number;
}

interface Piece extends Span {
  tokens: number;
}

/**
 * Cuts a document into passages. None crosses a heading or a change of shape; cuts fall between lines, within a long line
 * between sentences, within a long sentence between words. A table row stays whole however long it is. Every character of a
 * section that is not blank is in exactly one passage.
 */
export function chunkDocument(
  document: Pick<SourceDocument, 'text' | 'sections'>,
  { countTokens, maxTokens = 220, minTokens = Math.floor(maxTokens / 5) }: ChunkOptions,
): Chunk[] {
  if (!(maxTokens >= 1)) throw new RangeError(`maxTokens must be at least 1, got ${maxTokens}`);
  return document.sections.flatMap(({ heading, start, end, shape }) => {
    const measured = linesOf(document.text, start, end).map((line) =>
      measure(document.text, line, countTokens),
    );
    const pieces = measured.flatMap((line) =>
      shape === 'rows' || line.tokens <= maxTokens
        ? [line]
        : cutLine(document.text, line, countTokens, maxTokens),
    );
    return pack(pieces, maxTokens, minTokens).map((span) => ({ ...span, heading, shape }));
  });
}

/** Joins neighbouring pieces to passages of about one size, so that no short rest is left at the end. */
function pack(pieces: Piece[], maxTokens: number, minTokens: number): Span[] {
  const total = pieces.reduce((sum, piece) => sum + piece.tokens, 0);
  const target = total / Math.max(1, Math.ceil(total / maxTokens));
  const packed: Piece[] = [];
  for (const piece of pieces) {
    const last = packed.at(-1);
    if (last && last.tokens < target && last.tokens + piece.tokens <= maxTokens) extend(last, piece);
    else packed.push({ ...piece });
  }
  const [rest, before] = [packed.at(-1), packed.at(-2)];
  if (rest && before && rest.tokens < minTokens && before.tokens + rest.tokens <= maxTokens) {
    extend(before, rest);
    packed.pop();
  }
  return packed.map(({ start, end }) => ({ start, end }));
}

function extend(piece: Piece, next: Piece): void {
  piece.end = next.end;
  piece.tokens += next.tokens;
}

/** A piece costs a token more than its text: the newline or space that joins it to the next. */
function measure(text: string, { start, end }: Span, countTokens: (text: string) => number): Piece {
  return { start, end, tokens: countTokens(text.slice(start, end)) + 1 };
}

function linesOf(text: string, start: number, end: number): Span[] {
  return spansOf(text.slice(start, end), /[^\n]+/g, start);
}

/** A line's sentences, and the words of a sentence that is too long by itself. */
function cutLine(
  text: string,
  line: Span,
  countTokens: (text: string) => number,
  maxTokens: number,
): Piece[] {
  const source = text.slice(line.start, line.end);
  return splitSentences(source, 'und').flatMap((sentence) => {
    const span = { start: line.start + sentence.start, end: line.start + sentence.end };
    const piece = measure(text, span, countTokens);
    return piece.tokens <= maxTokens ? [piece] : cutSentence(text, span, countTokens, maxTokens);
  });
}

function cutSentence(
  text: string,
  sentence: Span,
  countTokens: (text: string) => number,
  maxTokens: number,
): Piece[] {
  const words = spansOf(text.slice(sentence.start, sentence.end), /\S+/g, sentence.start).flatMap((word) =>
    cutWord(text, word, countTokens, maxTokens),
  );
  return pack(words, maxTokens, 0).map((span) => measure(text, span, countTokens));
}

/** A word longer than a passage (a data URL, a script without spaces), between code points. */
function cutWord(
  text: string,
  word: Span,
  countTokens: (text: string) => number,
  maxTokens: number,
): Piece[] {
  const pieces: Piece[] = [];
  // Cut before counting: tokenizers take long over long words, and a token is seldom less than a character.
  const pending = cutEvery(text, word, maxTokens).reverse();
  for (let span = pending.pop(); span; span = pending.pop()) {
    const piece = measure(text, span, countTokens);
    const halves =
      piece.tokens <= maxTokens ? [] : cutEvery(text, span, Math.ceil((span.end - span.start) / 2));
    if (halves.length < 2) pieces.push(piece);
    else pending.push(...halves.reverse());
  }
  return pieces;
}

function cutEvery(text: string, span: Span, length: number): Span[] {
  const spans: Span[] = [];
  for (let start = span.start; start < span.end; ) {
    let end = Math.min(start + Math.max(1, length), span.end);
    if (end < span.end && isLowSurrogate(text, end)) end += 1;
    spans.push({ start, end });
    start = end;
  }
  return spans;
}

const isLowSurrogate = (text: string, at: number) =>
  (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;

/** Trimmed, non-empty matches of a pattern, offset by `base`. */
function spansOf(text: string, pattern: RegExp, base: number): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    const trimmed = match[0].trim();
    if (trimmed === '') continue;
    const start = base + match.index + match[0].indexOf(trimmed);
    spans.push({ start, end: start + trimmed.length });
  }
  return spans;
}
