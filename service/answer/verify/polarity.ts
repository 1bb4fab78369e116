import { fold } from '../../../ingest/analysis/stem.ts';
import type { AlignedSentence } from './align/align-clauses.ts';
import { deniesAsQuoted } from './align/find-turned-denial.ts';
import { type GroundText, tokensOf } from './coverage.ts';
import { isGeneric, needsNoQuote } from './generic-words.ts';
import { compareAbsolutes, compareOpposites, EXCEPTIVE, REST } from './opposites.ts';
import { BELONGS, foldAlike } from './polarity-forms.ts';

/** Words that deny what comes after them, folded: English and Spanish. */
const NEGATOR =
  /(?<![\p{L}])(?:not|no|never|none|neither|nor|non|without|nobody|nothing|nunca|jamas|ni|ningun[oa]?|tampoco|sin|nadie)(?![\p{L}])/gu;
/** These deny the words just after them, not the whole clause. */
const NARROW = /^(?:without|sin|none|nor|non|ni|ningun[oa]?)$/;
const NARROW_WORDS = 3;
/** "Non opened", "sin abrir": one word. */
const NEXT_WORD = /^non\s|^sin \p{L}+[aei]r(?!\p{L})/u;
/** Where the reach of a negation ends. */
const CLAUSE_END =
  /[;:()—!?\n]|\.(?:\s|$)|,?\s(?:but|pero|sino|in which case|en cuyo caso|although|though|while|whereas|aunque|mientras|because|porque|instead|so|if|si|once)\s|,\s+(?:and\s+|y\s+)?(?:we|you|it|they|there|que)\s|\s(?:and|y|or)\s+(?:we|you|it|they|there)\s/gu;
/** "Cannot be sold and must be used": another verb of the same subject. */
const SCOPE_END = new RegExp(
  String.raw`${CLAUSE_END.source}|\s(?:and|y|or)\s+(?:must|should|is|are|has|have|can|may|will|deben?|debes|se|tienen?|tienes|pueden?|puedes|podr[aá]s|son|est[aá]n?|es)\s`,
  'gu',
);
const STATEMENT_END = /[;!?\n]|\.(?:\s|$)/g;
const OF_PREFIX = /(?<![\p{L}])(?:un|in|im|ir|non)(\p{L}{4,})(?![\p{L}])/gu;
/** "It is not true that …": denies all that follows, in words that no quote has. */
const DENIAL =
  /\b(?:(?:it|this|that) is not (?:true|correct|the case|right|accurate)|(?:it|this|that) is (?:false|untrue|wrong|incorrect|a myth|a lie)|(?:it['’]s) (?:not true|false|untrue|wrong|a myth)|contrary to|no es (?:cierto|verdad|correcto)|es (?:falso|mentira|incorrecto)|no longer true)\b/;

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
  aligned: AlignedSentence | null = null,
): string | null {
  const own =
    typeof sentence === 'string' ? { text: sentence, locale: grounds[0]?.locale ?? 'en' } : sentence;
  const said = fold(own.text);
  const meant = fold([...grounds, ...headings].map((ground) => ground.text).join('\n'));
  if (DENIAL.test(said) && !DENIAL.test(meant)) return DENIED;
  const denied = comparePolarity(own, grounds, headings);
  // In other words than the quote's a denial may be the same: "no wear sensor", "sensor not supplied".
  if (denied !== null && !(denied === DENIED && aligned !== null && deniesAsQuoted(aligned))) return denied;
  if (aligned === null) return compareOpposites(said, meant) ?? compareAbsolutes(said, meant);
  for (const { clause, statement, coverage } of aligned.clauses) {
    if (coverage < LEAST_SAID) continue;
    const [own, theirs] = [fold(clause.text), fold(statement.text)];
    const found = compareOpposites(own, theirs) ?? comparePieces(own.split(PIECE), theirs.split(PIECE));
    if (found !== null) return found;
  }
  return compareAbsolutes(said, meant);
}

/** "Before you buy, and for 14 days after": of a pair of opposites each piece may have its own. */
const PIECE = /,\s+|\s(?:and|y)\s/u;

function comparePieces(own: string[], theirs: string[]): string | null {
  if (own.length < 2 || own.length !== theirs.length) return null;
  for (const [at, piece] of own.entries()) {
    const found = compareOpposites(piece, theirs[at] ?? '');
    if (found !== null) return found;
  }
  return null;
}

const DENIED = 'it denies what the quote states';
/** Of a clause that a statement must have for its opposite words to be said of the same. */
const LEAST_SAID = 0.7;

function comparePolarity(whole: GroundText, texts: GroundText[], titles: GroundText[]): string | null {
  const meant = [...texts, ...titles].map(({ text }) => text);
  const inForms = (ground: GroundText): GroundText => ({
    ...ground,
    text: foldAlike(ground.text, [whole.text]),
  });
  const sentence = { ...whole, text: foldAlike(whole.text, meant) };
  const [quotes, headings] = [texts.map(inForms), titles.map(inForms)];
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
  const [sole, another] = own.scopes;
  // "Can be returned, except if faulty" of "cannot be returned, except if faulty".
  if (
    sole?.exceptive &&
    another === undefined &&
    sole.rule.size > 0 &&
    theirs.scopes.some(
      (scope) =>
        scope.exceptive &&
        scope.ofDenied &&
        sharesAny(scope.lexemes, sole.lexemes) &&
        sharesAny(scope.rule, sole.rule),
    ) &&
    !theirs.scopes.some((scope) => scope.exceptive && !scope.ofDenied)
  )
    return 'it states what the quote denies';
  const hasRest = REST.test(fold(grounds.map(({ text }) => text).join('\n')));
  const isStated = (lexeme: string | null): boolean =>
    lexeme !== null && theirs.stated.has(lexeme) && !theirs.scopes.some(({ lexemes }) => lexemes.has(lexeme));
  for (const denied of own.scopes) {
    if (denied.focus === null && theirs.scopes.length > 0) continue;
    // "Closed on Mondays, open on all other days" is "every day except Monday".
    if (denied.exceptive && hasRest && isStated(denied.focus)) continue;
    const supported = theirs.scopes.some(
      (scope) =>
        isExceptionOf(scope, denied, own, theirs) ||
        (denied.joined && denied.focus !== null && scope.subject.has(denied.focus)) ||
        deniesSubject(denied, scope) ||
        deniesSubject(scope, denied) ||
        // "Shelves do not come assembled" of "All furniture comes assembled, except shelves".
        (scope.exceptive && !denied.exceptive && sharesAny(denied.subject, scope.lexemes)) ||
        (!denied.exceptive &&
          !scope.exceptive &&
          sharesAny(denied.lexemes, scope.lexemes) &&
          sharesAny(denied.lexemes, scope.subject)) ||
        (!isContrasted(denied, scope, theirs) &&
          ((scope.focus !== null &&
            denied.lexemes.has(scope.focus) &&
            (scope.exceptive || !isStated(denied.focus))) ||
            deniesAlike(denied, scope) ||
            (denied.focus !== null && scope.lexemes.has(denied.focus)) ||
            [...denied.lexemes].filter((lexeme) => scope.lexemes.has(lexeme)).length >= 2)),
    );
    if (!supported) return DENIED;
  }
  for (const denied of theirs.scopes) {
    // "Batteries are not included" denies what "no incluye pilas" does.
    if (
      own.scopes.some(
        (scope) =>
          deniesAlike(scope, denied) ||
          deniesSubject(scope, denied) ||
          deniesSubject(denied, scope) ||
          isExceptionOf(denied, scope, own, theirs) ||
          (denied.exceptive &&
            (scope.exceptive
              ? sharesAny(scope.lexemes, denied.lexemes)
              : [...denied.lexemes].every((lexeme) => scope.subject.has(lexeme)))),
      )
    )
      continue;
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

const sharesAny = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...some].some((one) => others.has(one));

/** "X is not possible", "X are not available": denies X, as "we do not accept X" does. */
function deniesSubject(light: Scope, other: Scope): boolean {
  if (!light.light || light.exceptive || other.exceptive) return false;
  return [...light.subject].some(
    (lexeme) => other.lexemes.has(lexeme) || (other.light && other.subject.has(lexeme)),
  );
}

/** "If it is faulty, you do not pay" of "you pay, except if it is faulty": the rule is denied for what is excepted. */
function isExceptionOf(scope: Scope, denied: Scope, own: Polarity, theirs: Polarity): boolean {
  if (!scope.exceptive || scope.ofDenied || denied.exceptive || own.scopes.length > 1) return false;
  const excepted = [...scope.lexemes].filter((lexeme) => !theirs.stated.has(lexeme));
  return sharesAny(own.stated, new Set(excepted)) && sharesAny(denied.lexemes, scope.rule);
}

/** Whether both deny the same verb of little substance, of which one has its object before it. */
function deniesAlike(one: Scope, other: Scope): boolean {
  if (one.exceptive || other.exceptive || one.first === null || one.first !== other.first) return false;
  return one.focus === one.first || other.focus === other.first;
}

/** "We do not repair pianos" of "We repair pianos, but we do not repair organs": the same verb, denied of something else. */
function isContrasted(one: Scope, other: Scope, theirs: Polarity): boolean {
  if (one.exceptive || other.exceptive || one.first === null || one.first !== other.first) return false;
  if (sharesAny(one.subject, other.lexemes)) return false;
  const objects = ({ lexemes, first }: Scope): string[] => [...lexemes].filter((lexeme) => lexeme !== first);
  const own = objects(one);
  return (
    own.length > 0 &&
    objects(other).length > 0 &&
    own.every(
      (lexeme) =>
        theirs.stated.has(lexeme) &&
        theirs.scopes.every(({ lexemes, subject }) => !lexemes.has(lexeme) && !subject.has(lexeme)),
    )
  );
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
  /** It denies only that its subject is to be had: "not available", "not accepted". */
  light: boolean;
  /** The second of what is denied together: "no cubre A ni B". */
  joined: boolean;
  /** All before it in its statement, and whether that is denied: what an exception is of. */
  rule: Set<string>;
  ofDenied: boolean;
  /** Lexemes before it in its clause: "A and B are not covered". */
  subject: Set<string>;
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
    const reached: typeof tokens = isPrefix
      ? within.slice(0, 1)
      : NARROW.test(match[0])
        ? within.slice(0, NEXT_WORD.test(`${match[0]}${plain.slice(from)}`) ? 1 : NARROW_WORDS)
        : within;
    // "The lamp takes bulbs, which are not included."
    const clause = [...plain.slice(0, match.index).matchAll(CLAUSE_END)].findLast(
      ([end]) => !/\bque\b/.test(end),
    );
    const before = clause === undefined ? 0 : clause.index + clause[0].length;
    const subject = tokens.filter(
      (token) => token.start >= before && token.end <= (match.index ?? 0) && !isGeneric(token.word),
    );
    // "Partner stores do not."
    if (within.length === 0 && !exceptive) reached.push(...subject);
    for (const token of reached) denied.add(token.start);
    const comma = from + (/,/.exec(plain.slice(from))?.index ?? plain.length);
    const start = [...plain.slice(0, match.index).matchAll(STATEMENT_END)].at(-1)?.index ?? 0;
    scopes.push({
      exceptive,
      rule: new Set(
        tokens
          .filter((token) => token.start >= start && token.end <= (match.index ?? 0))
          .map(({ lexeme }) => lexeme),
      ),
      ofDenied: plain.slice(start, match.index).search(NEGATOR) >= 0,
      light:
        !exceptive &&
        (within[0] === undefined ||
          needsNoQuote(fold(within[0].word), whole.locale) ||
          BELONGS.test(fold(within[0].word))),
      joined: /^(?:ni|nor)$/.test(match[0]),
      subject: new Set(subject.map(({ lexeme }) => lexeme)),
      near: (within.length === 0 ? subject : telling)
        .filter((token) => (within.length === 0 || token.end <= comma) && reached.includes(token))
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
