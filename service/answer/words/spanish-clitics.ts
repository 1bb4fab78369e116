import { fold } from '../../../ingest/analysis/stem.ts';
import { loadWordVectors } from '../../../ingest/embedding/load-word-vectors.ts';
import { mayBeSpanishVerb } from './spanish-verb.ts';

/** What hangs on at a verb: one who gets something, and what. */
const CLITICS = /(?<=\p{L}{2})(me|te|se|nos|os|les?)?(l[oae]s?)?$/u;
/** Orders of tú that are no other form of their verb. */
const SHORT_ORDERS = new Set('da di haz pon ten ven sal'.split(' '));
const BEARS = /(?:[aei]r|[aie]ndo)$/;
/** Shorter ones are of other words: "papel" is no "pap" and "el". */
const SHORTEST_ORDER = 4;

/** A verb that pronouns hang on, and those, as they stand before a verb: `cancelenmelo` is `me lo` and `cancelen`. */
interface Enclitic {
  verb: string;
  pronouns: string;
}

/**
 * Reads a Spanish verb with pronouns at its end: `mandármelo`, `devuélvanme`, `dámelo`. Pure.
 * @param word as written, any case; accents may be missing.
 * @returns folded; null for what the language has as a word of its own (`tomate`), and for what is no verb without them.
 */
export function readEnclitic(word: string): Enclitic | null {
  const folded = fold(word);
  const { spanishForms } = loadWordVectors();
  const [pronouns = '', indirect = '', direct = ''] = CLITICS.exec(folded) ?? [];
  if (pronouns === '') return null;
  const verb = folded.slice(0, -pronouns.length);
  const isInfinitive = BEARS.test(verb);
  const isShort = SHORT_ORDERS.has(verb);
  if (!isInfinitive && !isShort && spanishForms.has(word)) return null;
  // "Envíate" says nothing to a shop, and "-te" and "-os" end too many other words.
  if (!isInfinitive && /^(?:te|os)$/.test(indirect)) return null;
  if (!isShort && (verb.length < SHORTEST_ORDER || !mayBeSpanishVerb(verb))) return null;
  return { verb, pronouns: [indirect, direct].filter((one) => one !== '').join(' ') };
}

/** Whether pronouns hang on at an order, and not at an infinitive or a gerund. Pure. */
export function isOrder({ verb }: Enclitic): boolean {
  return !BEARS.test(verb);
}
