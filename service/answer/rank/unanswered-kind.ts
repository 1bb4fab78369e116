import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';
import { measureAfter } from '../verify/measures.ts';
import { MISSING } from './confidence.ts';
import type { RankedUnit } from './rank-units.ts';

/** A kind of thing that is asked for by name, with how a text shows that it has one. */
interface NarrowKind {
  /** On folded text. */
  asks: RegExp;
  /** On folded text, or as it is written where capitals tell. */
  shows: RegExp;
  asWritten?: boolean;
}

const MAKERS =
  '(?:compan(?:y|ies)|brands?|firms?|manufacturers?|banks?|carriers?|couriers?|suppliers?|empresas?|companias?|marcas?|bancos?|paqueterias?|transportistas?|mensajerias?|fabricantes?|proveedor(?:es)?)';
/**
 * A capital within a sentence or a word, or at its beginning before what somebody does. That of a town or month shows as
 * well: it is refused where there is none at all.
 */
const SHOWS_NAME =
  /(?<=[\p{L}\d,;:)"“«]\s)["“«]?\p{Lu}[\p{L}\d'’-]+|\p{Ll}\p{Lu}|(?<!\p{L})\p{Lu}{2,}(?!\p{L})|(?<=^|[.!?] )(?!(?:We|They|It|He|She|You|Our|The|This|These|What|That|There|Nos|Lo|La|El|Los|Las|Que|Qué)\b)\p{Lu}\p{L}+ (?:(?:and|y) \p{Lu}\p{L}+ )?(?:is|are|was|brings?|delivers?|carr(?:y|ies)|handles?|makes?|ships?|supplies|entregan?|llevan?|traen?|reparten?|fabrican?|hacen?|es|son)(?!\p{L})/u;

/** Which company, how old one has to be, what share, at what o'clock: each shows in a way that no other thing does. */
const NARROW: readonly NarrowKind[] = [
  {
    asks: new RegExp(
      String.raw`(?<!\p{L})(?:which|what|que|cual es (?:la|el|su|vuestr[ao]))\s+(?:\p{L}+ ){0,2}?${MAKERS}(?!\p{L})|(?<!\p{L})(?:the )?names? of (?:the|your)(?!\p{L})|(?<!\p{L})como se llaman? (?:la|el|las|los|sus?|vuestr[ao]s?) ${MAKERS}(?!\p{L})`,
      'u',
    ),
    shows: SHOWS_NAME,
    asWritten: true,
  },
  {
    asks: /\b(?:how old (?:do|must|should|does)|minimum age|age (?:limit|restriction|requirement)|(?:what|which) age|que edad(?:es)?|edad minima|cuantos anos (?:hay que|tengo que|tiene que|debo|debe))\b/,
    shows:
      /\b(?:age[ds]?|edad(?:es)?|adults?|adult[oa]s?|mayores?|menores?)\b|\b\d+ ?(?:\+|years?|anos|yrs?)|\b(?:over|under|above|below|older than|younger than|at least|turned) \d+|\b\d+ (?:and|or|y|o) (?:over|older|above|under|up|mas)/,
  },
  {
    asks: /\b(?:what|which|que) (?:percent(?:age)?|porcentaje)\b|\bhow many percent\b/,
    shows: /%|\bper ?cent\b|\bpor ciento\b|\bporcentaje\b|\b(?:half|third|quarter|mitad|tercio|cuarto)\b/,
  },
  {
    asks: /\b(?:what time|(?:a|hasta|desde) que horas?)\b/,
    shows:
      /\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?(?:am|pm|a\. ?m|p\. ?m|h|hrs?|hours?|horas?|o'clock)\b|\b(?:a|las|until|by|before|from|at|to|till) \d{1,2}\b|\b(?:noon|midnight|midday|mediodia|medianoche|closing time|all day|24|closed|cerrad[oa]s?)\b|\d-\d/,
  },
];

const HOW_MANY = /(?<!\p{L})(?:how many|cuant[oa]s) (\p{L}+)(?!\p{L})/u;
/** "How many reached it": what is counted is a plural noun. */
const PLURAL = /s$/;
/** What is counted in every line, and units that are written by a letter. */
const UNCOUNTED =
  /^(?:times?|veces|more|mas|of|de|people|personas?|others?|otr[oa]s?|different|amps?|amperes?|amperios?|quarts?|gallons?|galones|volts?|voltios?|watts?|vatios?|percent|dollars?|euros?|pounds?|bucks|pesos|dolares|libras?|points?|puntos?|units?|unidades|pieces?|piezas?|are|is|do|does|can|son|hay|se)$/u;

/**
 * Whether a question names a narrow kind of thing of which nothing that would be said has one: a company, an age, a share, an
 * o'clock, or, of things counted ("how many batteries"), any such thing. Pure.
 * @param picked what would be said.
 */
export function lacksAskedKind(
  { asked, locale }: { asked: string; locale: string },
  terms: readonly QuestionTerm[],
  picked: readonly Pick<RankedUnit, 'text' | 'credits' | 'evidence'>[],
): boolean {
  if (picked.length === 0) return false;
  const folded = fold(asked);
  const lacks = ({ asks, shows, asWritten }: NarrowKind): boolean =>
    asks.test(folded) &&
    !picked.some(({ text, evidence }) =>
      [text, ...evidence.heading].some((said) => shows.test(asWritten ? said : fold(said))),
    );
  return NARROW.some(lacks) || lacksCounted(folded, locale, terms, picked);
}

function lacksCounted(
  folded: string,
  locale: string,
  terms: readonly QuestionTerm[],
  picked: readonly Pick<RankedUnit, 'credits'>[],
): boolean {
  const match = HOW_MANY.exec(folded);
  const noun = match?.[1];
  if (!match || noun === undefined || !PLURAL.test(noun) || UNCOUNTED.test(noun)) return false;
  if (measureAfter(` ${folded.slice(match.index + match[0].length - noun.length)}`) !== null) return false;
  const [lexeme] = lexemes(noun, locale);
  const at = terms.findIndex((term) => term.lexeme === lexeme);
  return at >= 0 && picked.every(({ credits }) => (credits[at] ?? 0) < MISSING);
}
