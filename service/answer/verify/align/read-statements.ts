import { fold } from '../../../../ingest/analysis/stem.ts';
import { readClaims } from '../claims.ts';
import { type GroundText, type KnownWords, readWords, tokensOf } from '../coverage.ts';
import { dimensionOf, type Item, readItems } from './read-items.ts';

/** What a quote says of one thing: a sentence, a table's row, or a stretch of a list that has its own value. */
export interface Statement extends GroundText {
  items: Item[];
  /** Lexemes of all its words, light verbs too. */
  lexemes: ReadonlySet<string>;
  known: KnownWords;
  /** `Spelt baguette: spelt, milk`. */
  isRow: boolean;
  isQuestion: boolean;
  /** A question that is answered with no. */
  isDenied: boolean;
  previous: Statement | null;
  /** Whether it goes on with the sentence of the one before, and so stands against it. */
  isJoined: boolean;
}

const END =
  /(?<=[;!?\n])\s*|\s·\s|\s\|\s|(?<=(?<!\b[ap]\.?\s?m|\b(?:no|nr|art|st|ca|aprox))\.)\s+(?=[\p{Lu}\d¿¡"“(])|,?\s+(?=(?:but|while|whereas|pero|mientras que|mientras)\s)/giu;
const LABEL = /^([^.!?,:]{1,40}):\s/;
const LABELS = /(?:^|[;·|]\s?)([^.!?,:]{1,40}):\s/g;
const ROW = /^[^.!?,]{1,60}:\s/;
const JOINED = /^(?:but|while|whereas|pero|mientras)\s/i;
const NO = /^\W*no\b/i;
/** A shorter word may be a function word that joins. */
const LEAST_LEXEME = 4;

/** Cuts a quote into its statements, in order. Pure. */
export function readStatements(ground: GroundText): Statement[] {
  const found: Statement[] = [];
  for (const { text: sentence, isJoined } of sentencesOf(ground.text)) {
    const stretches = cutByValues(ground, sentence);
    const [first = ''] = stretches;
    const head = stretches.length > 1 ? first.slice(0, firstValue(ground, first)) : '';
    for (const [at, stretch] of stretches.entries()) {
      const text = at === 0 ? stretch : `${head} ${stretch}`;
      const previous = found.at(-1) ?? null;
      if (previous?.isQuestion && NO.test(text)) previous.isDenied = true;
      found.push({
        ...ground,
        text,
        items: readItems(ground, text),
        lexemes: new Set(
          tokensOf(ground, text)
            .filter(({ stop, word }) => !stop || word.length >= LEAST_LEXEME)
            .map(({ lexeme }) => lexeme),
        ),
        known: readWords([{ ...ground, text }]),
        isRow: ROW.test(sentence),
        isQuestion: sentence.trimEnd().endsWith('?'),
        isDenied: false,
        previous,
        isJoined: at > 0 || isJoined,
      });
    }
  }
  return found;
}

/** `Country: Spain · Time: 5 days` is one sentence of two cells, `Size S: 18 cm · Size M: 20 cm` are two. */
function sentencesOf(text: string): { text: string; isJoined: boolean }[] {
  const found: { text: string; isJoined: boolean }[] = [];
  let from = 0;
  for (const part of text.split(END).map((one) => one.trim())) {
    if (!/[\p{L}\p{N}]/u.test(part)) continue;
    const at = text.indexOf(part, from);
    const before = text.slice(0, at).trimEnd();
    from = at + part.length;
    const last = found.at(-1);
    const isAfterCell = /[;·|]$/.test(before);
    const label = firstWord(LABEL.exec(part)?.[1] ?? '');
    const labels = [...(last?.text ?? '').matchAll(LABELS)].map(([, one = '']) => firstWord(one));
    if (last !== undefined && isAfterCell && label !== '' && labels.length > 0 && !labels.includes(label))
      last.text += ` · ${part}`;
    else found.push({ text: part, isJoined: isAfterCell || JOINED.test(part) });
  }
  return found;
}

const firstWord = (label: string): string => fold(label).split(' ')[0] ?? '';

const valuesOf = (whole: GroundText, part: string) =>
  readClaims(part, whole.locale).filter(({ bare }) => bare !== null);
const firstValue = (whole: GroundText, part: string): number =>
  Math.max(0, Math.min(part.length, ...valuesOf(whole, part).map(({ start }) => start)));

/** "10% off plants and 5% off furniture": two stretches that each have a value of one kind, and words. */
function cutByValues(whole: GroundText, sentence: string): string[] {
  const pieces = sentence.split(/,\s+(?:and\s+|y\s+)?|\s+(?:and|y|e)\s+/u);
  const dimensions = pieces.map(
    (piece) => new Set(valuesOf(whole, piece).map(({ key }) => dimensionOf(key))),
  );
  const alike = dimensions.filter((own, at) =>
    dimensions.some((other, index) => index !== at && [...own].some((one) => other.has(one))),
  );
  if (alike.length < 2) return [sentence];
  const found: string[] = [];
  let hasValue = false;
  for (const [at, piece] of pieces.entries()) {
    const last = found.length - 1;
    if (last >= 0 && (dimensions[at]?.size === 0 || !hasValue)) found[last] += `, ${piece}`;
    else found.push(piece);
    hasValue ||= (dimensions[at]?.size ?? 0) > 0;
  }
  // "In 5, 10 or 20 kg": a list of values of one thing.
  const isList = found
    .slice(1)
    .some((piece) => readItems(whole, piece).every(({ kind }) => kind === 'value'));
  return isList ? [sentence] : found;
}
