import { analyze } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { DraftSentence, Evidence } from '../answerer.ts';
import { wordLightness } from '../words/light-words.ts';
import { isLightTopic } from '../yes-no/light-words.ts';
import { sameColor } from './color-words.ts';
import { askedFacts } from './describe-asked.ts';
import { factRows } from './describe-facts.ts';
import { listProducts } from './describe-list.ts';
import { sayVersions } from './describe-stock.ts';

/** Advice and the shopper's own case are told in a page's text, not in a list of values: "what size should I take?". */
const PERSONAL =
  /\b(?:i|i'm|im|my|me|we|our|should|recommend|debo|deberia|mi|mis|mido|peso \d|uso|suelo|recomiend\p{L}*)\b/u;
const TELL_ME =
  /\b(?:(?:can|could) (?:you )?(?:tell|show|give) me|tell me|show me|me puedes|i(?: would|'d)? (?:want|need|like) to know|quiero saber|me gustaria saber|dime)\b/g;

/**
 * Answers a question for facts of products that it calls by name from their fact lines: "how heavy is the X?",
 * "¿de qué tela es el X?". Pure.
 * @param known lexemes that name the products or kinds of things. @param open whether everyday words
 * beside may be left unanswered.
 */
export function sayNamedFacts(
  question: string,
  evidence: Evidence[],
  { locale, known, open }: { locale: string; known: ReadonlySet<string>; open: boolean },
): DraftSentence[] {
  if (PERSONAL.test(fold(question).replace(TELL_ME, ' '))) return [];
  const rows = evidence.map((piece) => ({ piece, rows: factRows(piece) }));
  const asked = askedFacts(
    question,
    rows.flatMap((one) => one.rows),
    locale,
    known,
  );
  const keys = asked.keys.filter((key) => key !== 'availability');
  if (keys.length === 0) return [];
  const rest = analyze(question, locale).filter(
    ({ stop, word, lexeme }) =>
      !stop &&
      !known.has(lexeme) &&
      !asked.words.has(fold(word)) &&
      !isLightTopic(word) &&
      !ASKS.test(fold(word)),
  );
  if (rest.some(({ word }) => !isColor(word) && (!open || wordLightness(word, locale) === 1))) return [];
  return rows.flatMap(({ piece, rows: own }) =>
    keys.flatMap((key): DraftSentence[] => {
      if (key === 'price') return [...listProducts([piece], locale), ...sayVersions(question, piece)];
      const row = own.find((one) => one.key === key);
      if (row === undefined) return [];
      const text = `${piece.product?.name ?? piece.title} – ${row.label}: ${row.value}`;
      return [{ text, quotes: [row.quote], layout: 'item' }];
    }),
  );
}

/** Words that ask without naming what for. */
const ASKS =
  /^(?:how|what|whats|which|many|much|big|tell|show|know|grow|grows|days?|til|till|long|max|maximum|current|currently|exactly|cuant[oa]s?|que|cual|dime|sabes|saber|maxim[oa]|actual|actualmente)$/;

/** "Is the red Stormline on sale?": the color is told where the product does not come in it. */
function isColor(word: string): boolean {
  return sameColor(fold(word)).length > 0;
}
