import type { Token } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { tellingTokens } from './shared-words.ts';

/** One statement of a quote, folded. */
export interface Clause {
  text: string;
  tokens: Token[];
  /** How many words deny it. */
  negators: number;
}

const BREAK =
  /[;!?\n]\s*|\.\s+|\s[—–]\s|,\s+(?:and |y )?(?=(?:we|you|it|they|this|that|which|its|our|your|their|que|lo|la|nosotros|te|se)(?!\p{L}))|,\s+(?:as|because|since|so|porque|ya que|puesto que)\s.*$|\s(?:because|since|porque|ya que|puesto que)\s.*$|,?\s(?:for|por) (?:\p{L}+ )?(?:and \p{L}+ )?reasons\b|,?\spor (?:razones|motivos) de \p{L}+|,?\spor (?:higiene|seguridad|ley|salud)(?!\p{L})/gu;
const NEGATOR =
  /(?<!\p{L})(?<!\b(?:or|o)\s)(?:not|no)(?!\p{L})|(?<!\p{L})(?:never|neither|nor|none|nobody|nothing|nunca|jamas|ningun[oa]?|tampoco|nadie|nada)(?!\p{L})/gu;

/** A second verb of the same subject: "Lenses are made to order and can not be exchanged". */
const VERB =
  '(?:have|has|are|is|do|does|can|will|come|comes|cost|costs|last|lasts|no|not|never|se|tienen?|son|est[ae]n?|es|pueden?|cuestan?)(?!\\p{L})';
const SECOND_VERB = new RegExp(`\\s(?:and|y)\\s(?=${VERB})`, 'u');
const FIRST_VERB = new RegExp(`(?<!\\p{L})${VERB}`, 'u');
/** Longer than this, what stands before a verb is more than its subject; in UTF-16 units. */
const LONGEST_SUBJECT = 40;

/** Cuts a text, as `plainPhrases` leaves it, into its statements, each with its subject; reasons are left out. Pure. */
export function readClauses(text: string, locale: string): Clause[] {
  return fold(text)
    .split(BREAK)
    .filter((part) => /\p{L}/u.test(part ?? ''))
    .flatMap(withSubjects)
    .map((part) => ({
      text: part,
      tokens: tellingTokens(part, locale),
      negators: [...part.matchAll(NEGATOR)].length,
    }));
}

function withSubjects(part: string): string[] {
  const [first = '', ...rest] = part.split(SECOND_VERB);
  const subject = first.slice(0, FIRST_VERB.exec(first)?.index ?? 0);
  return [first, ...rest.map((one) => (subject.length > LONGEST_SUBJECT ? one : `${subject}${one}`))];
}

/** What begins a phrase that adds a place, a way or a time. */
const ADJUNCT =
  /(?<!\p{L})(?:in|at|to|within|for|from|by|through|via|on|with|of|into|onto|using|worldwide|en|de|del|por|a|al|desde|con|para|hasta|dentro|mediante)(?!\p{L})|,/u;
const LINK = /,|\s(?:and|or|y|e|o|u|ni|nor|&)\s/u;

/**
 * The words of a clause that were not asked about and narrow what it says. Other items of the same list ("Visa, Mastercard
 * and PayPal") do not; neither do words behind the last word asked about, where
 * `trailing` lets pass what adds a place or a time (`adjuncts`), or whatever follows.
 */
export function narrowingWords(
  { text, tokens }: Clause,
  asks: (token: Token) => boolean,
  trailing: 'none' | 'adjuncts' | 'all',
): Token[] {
  const isAsked = tokens.map(asks);
  const last = isAsked.lastIndexOf(true);
  const between = (at: number): string => text.slice(tokens[at]?.end, tokens[at + 1]?.start);
  const isRun = (at: number): boolean => at + 1 < tokens.length && /^\s*$/.test(between(at));
  // "Strings, reeds and mouthpieces can not …": an item behind one that was asked for as a whole.
  const isLaterItem = (at: number): boolean => {
    let begin = at;
    while (begin > 0 && isRun(begin - 1)) begin -= 1;
    if (begin === 0 || !LINK.test(between(begin - 1))) return false;
    let head = begin - 1;
    while (head > 0 && isRun(head - 1)) head -= 1;
    const isWhole = isAsked.slice(head, begin).every(Boolean);
    return isWhole || (!isAsked.slice(head, begin).some(Boolean) && isLaterItem(head));
  };
  return tokens.filter((_, at) => {
    if (isAsked[at]) return false;
    if (last < 0) return true;
    if (at < last) {
      // "Opened software and worn items": its words up to the "and" are another item's.
      let end = at;
      while (isRun(end) && !isAsked[end + 1]) end += 1;
      return !LINK.test(between(end)) && !isLaterItem(at);
    }
    if (trailing === 'all' || (trailing === 'adjuncts' && ADJUNCT.test(between(last)))) return false;
    // "… zippers, front seams and buckles": further items behind the one asked about.
    let begin = at;
    while (begin - 1 > last && isRun(begin - 1)) begin -= 1;
    return !LINK.test(between(begin - 1));
  });
}
