import { analyze } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { GroundText } from './coverage.ts';
import { isGeneric } from './generic-words.ts';

/** Words that deny what comes after them, folded: English and Spanish. */
const NEGATOR =
  /(?<![\p{L}])(?:not|no|never|none|neither|nor|without|nobody|nothing|nunca|jamas|ni|ningun[oa]?|tampoco|sin|nadie)(?![\p{L}])/gu;
/** Words that take what comes after them out of a rule. */
const EXCEPTIVE =
  /(?<![\p{L}])(?:except(?:ing)?(?: for| that)?|excluding|unless|other than|apart from|aside from|with the exception of|but not|excepto|salvo|a excepcion de|menos(?= (?:los|las|el|la|en|que)\b)|a menos que|pero no|excluyendo)(?![\p{L}])/gu;
/** These deny the words just after them, not the whole clause. */
const NARROW = /^(?:without|sin|none|nor|ni|ningun[oa]?)$/;
const NARROW_WORDS = 3;
/** Where the reach of a negation ends. */
const SCOPE_END =
  /[;:()—!?\n]|\.(?:\s|$)|,?\s(?:but|pero|sino|although|though|while|whereas|aunque|mientras|because|porque|instead|so|if|si|once)\s|,\s+(?:and\s+|y\s+)?(?:we|you|it|they|there|que)\s|\s(?:and|y|or)\s+(?:we|you|it|they|there)\s/gu;
const OF_PREFIX = /(?<![\p{L}])(?:un|in|im|ir|non)(\p{L}{4,})(?![\p{L}])/gu;
/** "It is not true that …": denies all that follows, in words that no quote has. */
const DENIAL =
  /\b(?:(?:it|this|that) is not (?:true|correct|the case|right|accurate)|(?:it|this|that) is (?:false|untrue|wrong|incorrect|a myth|a lie)|(?:it['’]s) (?:not true|false|untrue|wrong|a myth)|contrary to|no es (?:cierto|verdad|correcto)|es (?:falso|mentira|incorrecto)|no longer true)\b/;

/** Pairs of which a statement may not swap one for the other, folded. */
const OPPOSITES: [RegExp, RegExp][] = [
  [/\b(?:before|until|by (?=\d|noon|midnight|the end)|antes)\b/, /\b(?:after|later than|despues|a partir de)\b/],
  [
    /\b(?:over|above|more than|at least|minimum|superior(?:es)? a|mas de|por encima de|al menos|minimo)\b/,
    /\b(?:under|below|less than|at most|maximum|up to|inferior(?:es)? a|menos de|por debajo de|como maximo|maximo)\b/,
  ],
  [/\b(?:always|siempre)\b/, /\b(?:never|nunca)\b/],
  [/\b(?:open|opens|abierto|abre|abrimos)\b/, /\b(?:closed|closes|cerrado|cierra|cerramos)\b/],
  [/\bfree\b|\bgratis\b|\bgratuit[oa]s?\b/, /\b(?:paid|charged?|fee|pago|cargo|tarifa)\b/],
  [/\b(?:in stock|available|disponibles?)\b/, /\b(?:sold out|out of stock|unavailable|agotad[oa]s?)\b/],
  [/\b(?:cheaper|cheapest|lower|mas barat[oa]s?)\b/, /\b(?:dearer|more expensive|higher|mas car[oa]s?)\b/],
  [/\b(?:size|go|going) (?:\w+ ){0,2}up\b/, /\b(?:size|go|going) (?:\w+ ){0,2}down\b/],
]; // biome-ignore format: a table

/** "We pay", "you pay": who bears it. */
const PAYER: [RegExp, RegExp] = [
  /\b(?:we|us|our store|the store|nosotros|la tienda)\s+(?:will\s+|also\s+|always\s+)?(?:pay|cover|bear|refund)s?\b|\b(?:pagamos|cubrimos|asumimos)\b/,
  /\b(?:you|customers?|buyers?|the customer|usted|el cliente|los clientes)\s+(?:will\s+|must\s+|have to\s+|need to\s+)?(?:pay|cover|bear)s?\b|\b(?:pagas|pagues|debes pagar)\b|\bcliente\s+(?:paga|asume|cubre)\b/,
];
const PARTIAL =
  /\b(?:some|most|many|selected|certain|several|algun[oa]s|muchos?|muchas|la mayoria|ciert[oa]s|determinad[oa]s|seleccionad[oa]s)\b/;
const TOTAL = /\b(?:all|every|any|each|always|everything|tod[oa]s?|cada|cualquier|siempre)\b/;

/**
 * Whether a sentence says the opposite of its grounds: it denies what they state, states what they deny or except, turns
 * a bound, or makes some into all. Texts are as `plainPhrases` leaves them.
 * @returns why, or null when they agree. Pure.
 */
export function findContradiction(sentence: string, grounds: GroundText[]): string | null {
  const locale = grounds[0]?.locale ?? 'en';
  const said = fold(sentence);
  const meant = fold(grounds.map((ground) => ground.text).join('\n'));
  if (DENIAL.test(said) && !DENIAL.test(meant)) return 'it denies what the quote states';
  return comparePolarity(said, meant, locale) ?? compareOpposites(said, meant);
}

function comparePolarity(said: string, meant: string, locale: string): string | null {
  const words = new Set(`${said}\n${meant}`.match(/\p{L}+/gu));
  const own = readPolarity(said, words, locale);
  const theirs = readPolarity(meant, words, locale);
  for (const denied of own.scopes) {
    if (denied.focus === null) continue;
    const supported = theirs.scopes.some(
      (scope) =>
        (scope.focus !== null && denied.lexemes.has(scope.focus)) ||
        (denied.focus !== null && scope.lexemes.has(denied.focus)) ||
        [...denied.lexemes].filter((lexeme) => scope.lexemes.has(lexeme)).length >= 2,
    );
    if (!supported) return 'it denies what the quote states';
  }
  for (const denied of theirs.scopes) {
    const foci = denied.exceptive ? [...denied.lexemes] : [denied.focus];
    for (const focus of foci) {
      if (focus !== null && own.stated.has(focus) && !theirs.stated.has(focus))
        return 'it states what the quote denies';
    }
  }
  return null;
}

function compareOpposites(said: string, meant: string): string | null {
  for (const [one, other] of OPPOSITES) {
    if (swaps(said, meant, one, other) || swaps(said, meant, other, one))
      return 'it says the opposite of the quote';
  }
  if (swaps(said, meant, ...PAYER) || swaps(said, meant, PAYER[1], PAYER[0]))
    return 'it names the wrong payer';
  if (TOTAL.test(said) && PARTIAL.test(meant) && !TOTAL.test(meant) && !PARTIAL.test(said))
    return 'it makes some into all';
  return null;
}

function swaps(sentence: string, quote: string, said: RegExp, meant: RegExp): boolean {
  return said.test(sentence) && !meant.test(sentence) && meant.test(quote) && !said.test(quote);
}

/** What one negation or exception reaches. */
interface Scope {
  exceptive: boolean;
  /** The first word of substance after it. */
  focus: string | null;
  lexemes: Set<string>;
}

interface Polarity {
  scopes: Scope[];
  /** Lexemes that stand outside of every scope. */
  stated: Set<string>;
}

function readPolarity(text: string, words: ReadonlySet<string>, locale: string): Polarity {
  // `unopened` is `not opened` where the other text speaks of `opened`.
  const plain = text.replace(OF_PREFIX, (whole, rest: string) => (words.has(rest) ? `no ${rest}` : whole));
  const prefixed = new Set([...text.matchAll(OF_PREFIX)].map((match) => match[1] ?? ''));
  const tokens = analyze(plain, locale).filter((token) => !token.stop && /^\p{L}+$/u.test(token.word));
  const denied = new Set<number>();
  const scopes: Scope[] = [];
  const read = (match: RegExpMatchArray, exceptive: boolean): void => {
    const from = (match.index ?? 0) + match[0].length;
    const ends = [...plain.slice(from).matchAll(SCOPE_END)];
    const to = from + (ends[0]?.index ?? plain.length - from);
    const within = tokens.filter((token) => token.start >= from && token.end <= to);
    const telling = within.filter((token) => !isGeneric(token.word));
    const isPrefix = prefixed.has(within[0]?.word ?? '') && /^no$/.test(match[0]);
    const reached = isPrefix
      ? within.slice(0, 1)
      : NARROW.test(match[0])
        ? within.slice(0, NARROW_WORDS)
        : within;
    for (const token of reached) denied.add(token.start);
    scopes.push({
      exceptive,
      focus: (telling[0] ?? within[0])?.lexeme ?? null,
      // "Available" is denied only where nothing else is: "it is not available".
      lexemes: new Set(
        (telling.length > 0 ? reached.filter((token) => telling.includes(token)) : reached).map(
          (token) => token.lexeme,
        ),
      ),
    });
  };
  const exceptions = [...plain.matchAll(EXCEPTIVE)];
  for (const match of exceptions) read(match, true);
  for (const match of plain.matchAll(NEGATOR)) {
    const within = exceptions.some(
      ({ index, 0: found }) => match.index >= index && match.index < index + found.length,
    );
    if (!within) read(match, false);
  }
  const stated = tokens.filter((token) => !denied.has(token.start)).map((token) => token.lexeme);
  return { scopes, stated: new Set(stated) };
}
