import { fold } from '../../../ingest/analysis/stem.ts';
import { type Claim, readClaims } from '../verify/claims.ts';

/**
 * What a quote's values make of a question's: it claims the `same`, something that holds (`true`) or does not (`false`), or
 * they leave it open.
 */
type Compared = 'same' | 'true' | 'false' | 'open';

interface Amount {
  dimension: string;
  /** In the dimension's base unit. */
  value: number;
  /** Converted by a rule of thumb: months to days, business days to days. */
  rough: boolean;
  written: string;
}

const MONTH_MINUTES = 43_800;
/** Seven days have five business days. */
const WORKING = 1.4;
/** Rough values that are nearer than this, as a ratio, may be the same. */
const ROUGHLY = 1.25;

function amountOf({ key, written, bare }: Claim): Amount | null {
  // A month's name has no number of its own.
  const [, dimension, digits] = /^([a-z]+(?: [a-z$]+)?):(-?[\d.]+)$/.exec(key) ?? [];
  if (dimension === undefined || bare === null || /^(?:code|phone|link|time)$/.test(dimension)) return null;
  const value = Number(digits);
  if (dimension === 'month')
    return { dimension: 'minute', value: value * MONTH_MINUTES, rough: true, written };
  if (dimension === 'working minute')
    return { dimension: 'minute', value: value * WORKING, rough: true, written };
  return { dimension, value, rough: false, written };
}

/** Amounts of a text; the name of a month is none. */
function readAmounts(text: string): Amount[] {
  return readClaims(text).flatMap((claim) => amountOf(claim) ?? []);
}

type Bound = 'most' | 'least' | 'over' | 'in' | 'exact';

const BOUNDS: [Bound, RegExp][] = [
  ['most', /(?:within|up to|under|below|less than|at most|no more than|maximum(?: of)?|menos de|hasta|como maximo|maximo(?: de)?|por debajo de|dentro de|(?:en )?(?:un )?plazo (?:maximo )?de|durante)\s*(?:the |los |las |a |un |una |unos |full )*[$€£]?$/],
  ['over', /(?:over|above|more than|longer than|after|beyond|later than|mas de|superior(?:es)? a|por encima de|despues de|pasad[oa]s)\s*(?:the |los |las |a |un |una |unos |full )*[$€£]?$/],
  ['least', /(?:at least|from|minimum(?: of)?|starting at|al menos|desde|a partir de|minimo(?: de)?)\s*[$€£]?$/],
  ['in', /(?<!\p{L})(?:in|en)\s*(?:a |un |una )?$/u],
]; // biome-ignore format: a table
/** "You have 60 days to …": a limit. */
const HAVE =
  /(?<!\p{L})(?:have|has|get|tienes?|dispones?|tienen|disponen)\s*(?:de )?(?:a |un |una |full )*$/u;

function boundOf(text: string, { written }: Amount, ofRule: boolean): Bound {
  const folded = fold(text);
  const at = folded.indexOf(fold(written));
  const before = folded.slice(Math.max(0, at - 32), Math.max(0, at));
  const found = BOUNDS.find(([, pattern]) => pattern.test(before))?.[0];
  if (found !== undefined) return found;
  return ofRule && HAVE.test(before) ? 'most' : 'exact';
}

/**
 * Compares the amounts that a question names with those of a quote that speaks of the same thing. Pure.
 * @returns null where the question names none.
 */
export function compareValues(question: string, quote: string): Compared | null {
  const asked = readAmounts(question);
  if (asked.length === 0) return null;
  const stated = readAmounts(quote);
  const results = asked.map((amount): Compared => {
    const rivals = stated.filter(({ dimension }) => dimension === amount.dimension);
    const [low, high = low] = [...rivals].sort((a, b) => a.value - b.value);
    if (low === undefined || high === undefined) return 'open';
    const isRange = rivals.length === 2 && /\d\s?(?:-|–|—|to|a|y|and|o|or)\s?[$€£]?\d/.test(fold(quote));
    if (rivals.length > 1 && !isRange) return 'open';
    return compareOne(amount, boundOf(question, amount, false), { low, high }, boundOf(quote, low, true));
  });
  if (results.includes('open')) return 'open';
  if (results.includes('false')) return 'false';
  return results.every((result) => result === 'same') ? 'same' : 'true';
}

function compareOne(
  asked: Amount,
  bound: Bound,
  { low, high }: { low: Amount; high: Amount },
  rule: Bound,
): Compared {
  const rough = asked.rough || low.rough;
  const isAbove = (a: number, b: number): boolean =>
    a > b * (rough && !(asked.rough && low.rough) ? ROUGHLY : 1);
  const equal = asked.value === low.value && low === high && asked.rough === low.rough;
  const above = isAbove(asked.value, high.value);
  const below = isAbove(low.value, asked.value);
  if (asked.dimension === 'number') return equal && bound === rule ? 'same' : 'open';
  if (rule === 'most') {
    if (bound === 'over') return above || equal ? 'false' : below ? 'true' : 'open';
    if (equal) return bound === 'least' ? 'open' : 'same';
    return bound === 'exact' && above ? 'false' : 'open';
  }
  if (rule === 'over' || rule === 'least') {
    if (equal) return bound === rule || bound === 'exact' ? 'same' : 'open';
    return below && (bound === 'over' || bound === 'exact' || bound === 'least') ? 'false' : 'open';
  }
  if (bound === 'exact') return equal ? 'same' : above || below ? 'false' : 'open';
  if (bound === 'in') return equal ? 'same' : below ? 'false' : 'open';
  if (bound === 'most') return below ? 'false' : above || asked.value === high.value ? 'true' : 'open';
  if (bound === 'over') return above || equal ? 'false' : below ? 'true' : 'open';
  return 'open';
}
