import { fold } from '../../../ingest/analysis/stem.ts';
import { splitSentences } from '../../../ingest/sentences.ts';
import { SHOP_DEEDS } from './shop-deeds.ts';

/** What begins a question, English and Spanish, accents left or not. */
const STARTER = `(?:${SHOP_DEEDS}|can|could|do|does|did|is|are|was|will|would|should|may|how|what|whats|what's|when|where|which|who|why|any|got|help|puedo|podr[ií]a|pod[eé]is|puede|c[uú]al|cu[aá]les|cu[aá]nt[oa]s?|cu[aá]ndo|c[oó]mo|d[oó]nde|qu[eé]|qui[eé]n|me|lo|l[ao]s? puedo)`;
/** `\b` sees no end of a word after "qué". */
const WORD_END = '(?![\\p{L}\\p{N}])';
const CLAUSE = new RegExp(`[,:]\\s+(?=[¿(]?(?:so |and |but |y |pero )?${STARTER}${WORD_END})`, 'iu');
/** Without capitals a full stop still ends what comes before a question: "it doesnt fit. can it go back?". */
const TYPED_FAST = new RegExp(
  `(?<=[.!?…])\\s+(?=[¿(]?(?:so |and |but |y |pero )?${STARTER}${WORD_END})`,
  'iu',
);
/** Asks for help with what the rest tells, and says nothing of it. */
const ASKS_HELP =
  /^[¿\s]*(?:so |and |but |y |pero )?(?:(?:what|how) (?:do|can|should|shall|could|must|would) (?:i|we|you) (?:do|help|proceed)(?: (?:now|then|next|about (?:it|that|this)))?|what (?:now|next|are my options|can be done)|(?:can|could) (?:you|anyone|someone) help(?: me)?(?: with (?:this|that|it))?|any (?:help|ideas?|advice)|help(?: me)?|que (?:hago|puedo hacer|debo hacer|hacemos|pasa)(?: (?:ahora|entonces))?|me (?:ayudas|ayudais|puedes ayudar|pueden ayudar))[\s?!.,]*$/i;
const ASKS = new RegExp(`\\?\\s*$|^[¿\\s]*(?:so |and |but |y |pero )?${STARTER}${WORD_END}`, 'iu');

/**
 * The part of a message that asks, where a story stands around it: "My aunt gave me boots. Can I return a gift?" asks
 * "Can I return a gift?".
 * @returns the whole message when all of it or none of it asks. Pure.
 */
export function mainQuestion(message: string, locale: string): string {
  const parts = splitSentences(message, locale)
    .map((span) => message.slice(span.start, span.end))
    .flatMap((sentence) => sentence.split(TYPED_FAST))
    .flatMap((sentence) => sentence.split(CLAUSE));
  const asking = parts.filter((part) => ASKS.test(part) && !ASKS_HELP.test(fold(part)));
  const told = parts.some((part) => !ASKS.test(part));
  return asking.length === 0 || !told ? message : asking.join(' ');
}
