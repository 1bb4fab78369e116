import { fold } from '../../../ingest/analysis/stem.ts';
import { type GroundText, tokensOf } from './coverage.ts';
import { isGeneric } from './generic-words.ts';
import { statementsFor } from './statements.ts';

/** Words that deny what comes after them, folded: English and Spanish. */
const NEGATOR =
  /(?<![\p{L}])(?:not|no|never|none|neither|nor|non|without|nobody|nothing|nunca|jamas|ni|ningun[oa]?|tampoco|sin|nadie)(?![\p{L}])/gu;
/** Words that take what comes after them out of a rule. */
const EXCEPTIVE =
  /(?<![\p{L}])(?:except(?:ing)?(?: for| that)?|excluding|unless|other than|apart from|aside from|with the exception of|but not|excepto|salvo|a excepcion de|menos(?= (?:los|las|el|la|en|que)\b)|a menos que|pero no|excluyendo)(?![\p{L}])/gu;
/** These deny the words just after them, not the whole clause. */
const NARROW = /^(?:without|sin|none|nor|non|ni|ningun[oa]?)$/;
const NARROW_WORDS = 3;
/** "Non opened", "sin abrir": one word. */
const NEXT_WORD = /^non\s|^sin \p{L}+[aei]r(?!\p{L})/u;
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
  [
    /\b(?:more|longer|extra|additional)\b(?! than)|\bmas\b(?! de)/,
    /\b(?:less|fewer|shorter)\b(?! than)|(?<!\b(?:al|lo) )\bmenos\b(?! de| que| el| la| los| las| en)/,
  ],
  [
    /\b(?:during|within|in) (?:the|your|its) first\b|\b(?:durante|en|dentro de) (?:tus? )?(?:el|los|las?) primer[oa]?s?\b/,
    /\b(?:after|beyond|past) (?:the|your|its) first\b|\b(?:despues de|tras|pasad[oa]s?) (?:el|los|las?) primer[oa]?s?\b/,
  ],
  [/\bhasta (?:el |las? )\d/, /\b(?:a partir del? |desde (?:el |las? ))(?:las? )?\d/],
  [/\b(?:always|siempre)\b/, /\b(?:never|nunca)\b/],
  [/\b(?:open|opens|abierto|abre|abrimos)\b/, /\b(?:closed|closes|cerrado|cierra|cerramos)\b/],
  [/\bfree\b|\bgratis\b|\bgratuit[oa]s?\b/, /\b(?:paid|charged?|fee|pago|cargo|tarifa|(?:con|un|at(?: an?)?|for an?|extra) (?:coste|costo|gasto|cost))\b/],
  [/\b(?:in stock|available|disponibles?)\b/, /\b(?:sold out|out of stock|unavailable|agotad[oa]s?)\b/],
  [/\b(?:cheaper|cheapest|lower|mas barat[oa]s?)\b/, /\b(?:dearer|more expensive|higher|mas car[oa]s?)\b/],
  [/\b(?:size|go|going) (?:\w+ ){0,2}up\b/, /\b(?:size|go|going) (?:\w+ ){0,2}down\b/],
]; // biome-ignore format: a table

/** "We pay", "you pay": who bears it. */
const PAYER: [RegExp, RegExp] = [
  /\b(?:we|us|our (?:store|shop)|the (?:store|shop|seller|company)|nosotros|la tienda|el vendedor|la empresa)\s+(?:will\s+|also\s+|always\s+)?(?:pay|cover|bear|refund|paga|asume|cubre|abona)s?\b|\b(?:pagamos|cubrimos|asumimos|abonamos)\b|\b(?:paid|covered|borne) by (?:us|the (?:store|shop|seller|company))\b/,
  /\b(?:you|customers?|buyers?|the customer|usted|el cliente|los clientes)\s+(?:will\s+|must\s+|have to\s+|has to\s+|need to\s+)?(?:pay|cover|bear)s?\b|\b(?:pagas|pagues|debes pagar|tienes que pagar)\b|\b(?:cliente|comprador|usuario)\s+(?:paga|asume|cubre|abona)\b|\b(?:paid|covered|borne) by (?:you|the (?:customer|buyer|shopper))\b/,
];
const PARTIAL =
  /\b(?:some|(?:all|every|any|each)(?: of)?(?: the)? other|the (?:rest|others)|(?:tod[oa]s )?(?:l[oa]s )?demas|el resto|(?:not|no) (?:all|every|tod[oa]s?|cualquier)|most|many|selected|certain|several|algun[oa]s|muchos?|muchas|la mayoria|ciert[oa]s|determinad[oa]s|seleccionad[oa]s)\b/;
const REST =
  /\b(?:(?:all|every|any|each)(?: of)?(?: the)? other|the (?:rest|others)|otherwise|demas|el resto)\b/;
const TOTAL =
  /(?<!\b(?:not|no) )\b(?:all|every|any|each|always|everything|tod[oa]s?|cada|cualquier|siempre)\b(?! (?:of |the |l[oa]s )*(?:other|others|demas)\b)/;

/**
 * Whether a sentence says the opposite of its grounds: it denies what they state, states what they deny or except, turns
 * a bound, or makes some into all. Texts are as `plainPhrases` leaves them.
 * @param headings and names above the grounds: what they deny is denied, what they name is not stated
 * @returns why, or null when they agree. Pure.
 */
export function findContradiction(
  sentence: string | GroundText,
  grounds: GroundText[],
  headings: GroundText[] = [],
): string | null {
  const own =
    typeof sentence === 'string' ? { text: sentence, locale: grounds[0]?.locale ?? 'en' } : sentence;
  const said = fold(own.text);
  const meant = fold([...grounds, ...headings].map((ground) => ground.text).join('\n'));
  if (DENIAL.test(said) && !DENIAL.test(meant)) return 'it denies what the quote states';
  const opposite = comparePolarity(own, grounds, headings) ?? compareOpposites(said, meant);
  if (opposite !== null) return opposite;
  // What is turned may stand elsewhere in the quote: "up to a day before; after that …".
  for (const { text } of statementsFor(own, grounds)) {
    const found = compareOpposites(said, fold(text));
    if (found !== null) return found;
  }
  return null;
}

function comparePolarity(sentence: GroundText, quotes: GroundText[], headings: GroundText[]): string | null {
  const grounds = [...quotes, ...headings];
  const words = new Set([sentence, ...grounds].flatMap(({ text }) => fold(text).match(/\p{L}+/gu) ?? []));
  const own = readPolarity(sentence, words);
  const read = grounds.map((ground) => readPolarity(ground, words));
  const theirs: Polarity = {
    scopes: read.flatMap(({ scopes }) => scopes),
    // A heading names what it does not state: "Right of withdrawal".
    stated: new Set(read.slice(0, quotes.length).flatMap(({ stated }) => [...stated])),
  };
  if (mirrors(own, theirs)) return null;
  const hasRest = REST.test(fold(grounds.map(({ text }) => text).join('\n')));
  const isStated = (lexeme: string | null): boolean =>
    lexeme !== null && theirs.stated.has(lexeme) && !theirs.scopes.some(({ lexemes }) => lexemes.has(lexeme));
  for (const denied of own.scopes) {
    if (denied.focus === null && theirs.scopes.length > 0) continue;
    // "Closed on Mondays, open on all other days" is "every day except Monday".
    if (denied.exceptive && hasRest && isStated(denied.focus)) continue;
    const supported = theirs.scopes.some(
      (scope) =>
        (scope.focus !== null &&
          denied.lexemes.has(scope.focus) &&
          (scope.exceptive || !isStated(denied.focus))) ||
        deniesAlike(denied, scope) ||
        (denied.focus !== null && scope.lexemes.has(denied.focus)) ||
        [...denied.lexemes].filter((lexeme) => scope.lexemes.has(lexeme)).length >= 2,
    );
    if (!supported) return 'it denies what the quote states';
  }
  for (const denied of theirs.scopes) {
    // "Batteries are not included" denies what "no incluye pilas" does.
    if (own.scopes.some((scope) => deniesAlike(scope, denied))) continue;
    const near = own.scopes.length === 0 ? denied.near : [];
    const foci = denied.exceptive ? [...denied.lexemes] : [denied.focus, ...near];
    for (const focus of foci) {
      if (focus !== null && own.stated.has(focus) && !theirs.stated.has(focus))
        return 'it states what the quote denies';
    }
  }
  return null;
}

/** "Batteries are not included with the train", "the train does not include batteries": each denies the other's subject. */
function mirrors(own: Polarity, theirs: Polarity): boolean {
  const [one, other] = [own.scopes[0], theirs.scopes[0]];
  if (!one || !other || own.scopes.length > 1 || theirs.scopes.length > 1) return false;
  if (one.exceptive || other.exceptive || one.focus === null || other.focus === null) return false;
  return (
    theirs.stated.has(one.focus) &&
    own.stated.has(other.focus) &&
    !other.lexemes.has(one.focus) &&
    !one.lexemes.has(other.focus)
  );
}

/** Whether both deny the same verb of little substance, of which one has its object before it. */
function deniesAlike(one: Scope, other: Scope): boolean {
  if (one.exceptive || other.exceptive || one.first === null || one.first !== other.first) return false;
  return one.focus === one.first || other.focus === other.first;
}

function compareOpposites(said: string, meant: string): string | null {
  for (const [one, other] of OPPOSITES) {
    if (swaps(said, meant, one, other) || swaps(said, meant, other, one))
      return 'it says the opposite of the quote';
  }
  if (swaps(said, meant, ...PAYER) || swaps(said, meant, PAYER[1], PAYER[0]))
    return 'it names the wrong payer';
  if (
    TOTAL.test(said) &&
    PARTIAL.test(meant) &&
    !TOTAL.test(meant) &&
    !PARTIAL.test(said) &&
    !said.match(EXCEPTIVE)
  )
    return 'it makes some into all';
  return null;
}

function swaps(sentence: string, quote: string, said: RegExp, meant: RegExp): boolean {
  return said.test(sentence) && !meant.test(sentence) && meant.test(quote) && !said.test(quote);
}

/** What one negation or exception reaches. */
interface Scope {
  exceptive: boolean;
  /** The first word after it that is no function word. */
  first: string | null;
  /** The first word of substance after it. */
  focus: string | null;
  lexemes: Set<string>;
  /** What it denies beyond doubt: its first words, up to a comma. */
  near: string[];
}

interface Polarity {
  scopes: Scope[];
  /** Lexemes that stand outside of every scope. */
  stated: Set<string>;
}

function readPolarity(whole: GroundText, words: ReadonlySet<string>): Polarity {
  const text = fold(whole.text);
  // `unopened` is `not opened` where the other text speaks of `opened`.
  const plain = text.replace(OF_PREFIX, (whole, rest: string) => (words.has(rest) ? `no ${rest}` : whole));
  const prefixed = new Set([...text.matchAll(OF_PREFIX)].map((match) => match[1] ?? ''));
  const tokens = tokensOf(whole, plain).filter((token) => !token.stop && /^\p{L}+$/u.test(token.word));
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
        ? within.slice(0, NEXT_WORD.test(`${match[0]}${plain.slice(from)}`) ? 1 : NARROW_WORDS)
        : within;
    for (const token of reached) denied.add(token.start);
    const comma = from + (/,/.exec(plain.slice(from))?.index ?? plain.length);
    scopes.push({
      exceptive,
      near: telling
        .filter((token) => token.end <= comma && reached.includes(token))
        .slice(0, NARROW_WORDS)
        .map((token) => token.lexeme),
      first: within[0]?.lexeme ?? null,
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
