import { fold } from '../../../../ingest/analysis/stem.ts';
import { type PlacedClaim, readClaims } from '../claims.ts';
import { areOneFamily } from '../generic-words.ts';
import type { AlignedSentence } from './align-clauses.ts';
import { relateWords } from './relate-words.ts';

const NEAR_MOST =
  /(?<!\p{L})(?:up to|at most|(?:no|not) (?:more|longer|later|older) than|under|less than|within|below|capped at|exceed(?:ing)?|hasta|menos de|como mucho|no mas de|inferior(?:es)? a|as much as)\P{L}+(?:\p{L}+\P{L}+){0,2}$/u;
const NEAR_LEAST =
  /(?<!\p{L}|and )(?:at least|from|starting at|over|more than|above|(?:no|not) less than|older than|al menos|desde|a partir de|mas de|superior(?:es)? a|mayores? de|por lo menos|exceeds|beyond)\P{L}+(?:\p{L}+\P{L}+){0,1}$/u;
const FAR_MOST = /(?<!\p{L})(?:maximum|max|maxim[oa]|the most|limit|limited|el mas)(?!\p{L})/u;
const FAR_LEAST = /(?<!\p{L})(?:minimum|min|minim[oa]|the least|smallest)(?!\p{L})/u;
const LEAST_AFTER =
  /^\P{L}*(?:or (?:more|over|above|older)|and (?:over|above|up|older)|o mas|y mas|en adelante|minimum|minimo|upwards)/u;
const MOST_AFTER =
  /^\P{L}*(?:or (?:less|fewer|under|younger)|o menos|maximum|max|maximo|at most|como maximo)/u;
const BEFORE = 60;
const AFTER = 30;
const SAME_STRETCH = /^.*[.;:!?·\d]/su;

const UNIT =
  'hour|day|night|week|month|quarter|year|item|person|pair|piece|order|kg|hora|dia|noche|semana|mes|trimestre|ano|persona|articulo|par|unidad|pieza|pedido|meter|metre|metro|sheet|page|copy';
const RATE = new RegExp(
  String.raw`^\P{L}*(?:(?:per|an?|each|every|al|por|cada|a la|/)\s*)?(?:(${UNIT})e?s?|(daily|weekly|monthly|yearly|annually))(?!\p{L})`,
  'u',
);
const RATE_UNIT: Record<string, string> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
  annually: 'year',
};

const LEAD = String.raw`^\P{L}*(?:(?:if|when|once|and|so|because|but|that|yes|no|then|also|please|si|cuando|y|que|as|while|unless)\P{L}+)*`;
const SHALL = '(?:will |also |must |can |only |has to |have to |debe |tiene que )?';
const ROLES: [role: string, subject: RegExp][] = [
  [
    'store',
    new RegExp(
      String.raw`${LEAD}(?:we|our (?:shop|store|team|workshop|staff|drivers?)|(?:the|this) (?:store|shop|company|seller|retailer|service)|nosotros|la tienda)\s+${SHALL}(\p{L}+)`,
      'u',
    ),
  ],
  [
    'customer',
    new RegExp(
      String.raw`${LEAD}(?:you|the (?:customer|buyer|renter|tenant|client)|customers|buyers|usted|el (?:cliente|comprador|usuario)|los clientes)\s+${SHALL}(\p{L}+)`,
      'u',
    ),
  ],
];

/**
 * Whether a clause turns what a value or a deed is of: the least into the most, a month's price into a year's, what the store does into
 * what the customer does. Pure.
 * @returns what is turned, as written, or null
 */
export function findTurnedValue({ sentence, clauses }: AlignedSentence): string | null {
  for (const { clause, statement } of clauses) {
    const [said, meant] = [fold(clause.text), fold(statement.text)];
    const theirs = readClaims(statement.text, statement.locale).filter(({ start }) => start >= 0);
    for (const claim of readClaims(clause.text, sentence.locale)) {
      if (claim.bare === null || claim.start < 0) continue;
      const alike = theirs.filter(({ key }) => key === claim.key);
      if (alike.length === 0) continue;
      const bound = boundOf(said, claim);
      if (bound !== 0 && alike.every((other) => boundOf(meant, other) === -bound)) return claim.written;
      if (
        bound === 0 &&
        AMOUNT.test(claim.key) &&
        !BOUNDED.test(said) &&
        alike.every((other) => isUpTo(meant, other))
      )
        return claim.written;
      const rate = rateOf(said, claim);
      const rates = alike.map((other) => rateOf(meant, other));
      if (
        rate !== null &&
        rates.every(
          (other) =>
            other !== null &&
            other !== rate &&
            !relateWords(rate, sentence.locale, other, statement.locale).alike,
        )
      )
        return claim.written;
    }
    const [own, other] = [roleOf(said), roleOf(meant)];
    if (own && other && own.role !== other.role && areOneFamily(own.verb, other.verb, statement.locale))
      return own.verb;
  }
  return null;
}

/** −1 for a value that is the most, 1 for one that is the least, 0 for neither. */
function boundOf(text: string, { start, end }: PlacedClaim): -1 | 0 | 1 {
  const before = text.slice(Math.max(0, start - BEFORE), start).replace(SAME_STRETCH, '');
  const after = text.slice(end, end + AFTER);
  if (LEAST_AFTER.test(after)) return 1;
  if (MOST_AFTER.test(after)) return -1;
  if (NEAR_MOST.test(before)) return -1;
  if (NEAR_LEAST.test(before)) return 1;
  const [most, least] = [FAR_MOST.test(before), FAR_LEAST.test(before)];
  if (most === least) return 0;
  return most ? -1 : 1;
}

/** "Up to €400" is no promise of 400. */
const UP_TO = /(?<!\p{L})(?:up to|as much as|hasta(?: un)?)\s(?:(?:an?|another|un[oa]?)\s)?\P{L}*$/u;
/** "Up to 45 days after delivery" is for 45 days. */
const AMOUNT = /^(?:was )?(?:money|percent)/;
const BOUNDED =
  /(?<!\p{L})(?:up to|max\p{L}*|most|limit\p{L}*|hasta|within|less|under|capped|can|may|puedes?|podras|menos|before|until|antes|by)(?!\p{L})/u;
const isUpTo = (text: string, { start }: PlacedClaim): boolean =>
  UP_TO.test(text.slice(Math.max(0, start - BEFORE), start));

function rateOf(text: string, { end }: PlacedClaim): string | null {
  const [, unit, adverb] = RATE.exec(text.slice(end, end + AFTER)) ?? [];
  return unit ?? RATE_UNIT[adverb ?? ''] ?? null;
}

function roleOf(text: string): { role: string; verb: string } | null {
  for (const [role, subject] of ROLES) {
    const [, verb] = subject.exec(text) ?? [];
    if (verb !== undefined) return { role, verb };
  }
  return null;
}
