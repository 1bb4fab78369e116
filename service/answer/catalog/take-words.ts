import { analyze, type Token } from '../../../ingest/analysis/analyze.ts';
import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { stopWords } from '../../../ingest/analysis/stop-words.ts';
import type { WordSimilarity } from '../rank/rank-units.ts';
import { wordLightness } from '../words/light-words.ts';
import { meetsNeed } from '../words/need-words.ts';
import { wordRarity } from '../words/word-rarity.ts';
import type { NamedSpan } from './asks-for-products.ts';
import { besideTheThing } from './beside-the-thing.ts';
import { catalogLexeme } from './catalog-lexeme.ts';
import { headOf } from './head-of.ts';
import { isNegated } from './is-negated.ts';
import { kindAt } from './kind-words.ts';
import { isOfName, isThing } from './names-a-thing.ts';
import { negatedSpans } from './negated-spans.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of a product's name, kind or description. */
export interface CatalogWord {
  lexeme: string;
  weight: number;
  /** One of the catalog's words for what things are called. */
  required: boolean;
  /** What the thing is, of several words for it: "knife" of a kitchen knife, "cuchillo" of a "cuchillo de cocina". */
  head?: boolean;
  /** Other names that the catalog has for that kind of thing. */
  also?: readonly string[];
  /** A kind of thing that the thing is for: "a backpack for my dog". */
  isFor?: boolean;
  /** Lexemes of descriptions that meet the need which the word tells of: "waterproof" for "rain". */
  meets?: readonly string[];
  /** Told around the thing that is named: what it is for, or in another sentence. */
  beside?: boolean;
}

export interface TakenWords {
  words: CatalogWord[];
  /** Where the required ones stand in the text. */
  named: NamedSpan[];
  /** Lexemes of kinds that are not wanted: "shoes but not boots". */
  notCalled: string[];
  /** Categories that the words are the name of, as written. */
  categories: string[];
  /** Lexemes that those categories' names are made of. */
  inCategories: ReadonlySet<string>;
}

/** Before what somebody has. */
const OWNED = /(?<!\p{L})(?:my|her|his|their|our|mis?|sus?|nuestr[oa]s?)\s$/u;

/** What a word weighs that tells what a thing is needed for, however everyday it is. */
export const NEEDED = 0.75;

/** Words of asking and of prices that name no product. */
const CHATTER =
  /^(?:show\w*|look\w*|search\w*|find|recommend\w*|suggest\w*|sell\w*|carry|stock\w*|buy|shop|store|price[sd]?|cheap\w*|expensive|affordable|priced|dollars?|usd|euros?|eur|best|good|great|nice|top|rated|rating\w*|review\w*|sale|offer\w*|discount\w*|available|option\w*|product\w*|item\w*|something|anything|everything|kind\w*|type\w*|compar\w*|list|size[sd]?|color\w*|colour\w*|made|make|need\w*|want\w*|please|first|gifts?|presents?|ideas?|years?|olds?|someone|somebody|anos?|regal\w*|alguien|algo|alguna?s?|busc\w*|vend\w*|recom\w*|muestr\w*|ensen\w*|tiend\w*|preci\w*|barat\w*|econom\w*|car[oa]s?|mejor\w*|ofert\w*|rebaj\w*|descuent\w*|disponibl\w*|articul\w*|opcion\w*|tall\w*|necesit\w*|compr\w*|dolar\w*|menos|mas|entre|under|over|below|above|less|more|between|around|thanks?|por|favor|modelos?|models?|hech[oa]s?|primer[oa]s?|don|except|neither|nor|non|not|works?|now|budget|max|importa|pagar|gast\w*|presupuesto|tendr\w*|tenes|habra|manej\w*|urgen?|ocup[oa]\w*|surt\w*|ahora|mismo)$/;

/** Reads what things are called from what is left of a question, `given` before values were taken out of it. Pure. */
export function takeWords(
  text: string,
  locale: string,
  vocabulary: Vocabulary,
  similarity: WordSimilarity,
  given = text,
): TakenWords {
  const words = new Map<string, CatalogWord>();
  const notCalled: string[] = [];
  const named: NamedSpan[] = [];
  const read: string[] = [];
  const owned = new Set<string>();
  const starts = new Map<string, number>();
  const spelled = new Map<string, string>();
  const tokens = analyze(text, locale);
  const folded = tokens.map((token) => fold(token.word));
  const unwanted = negatedSpans(text);
  const isUnwanted = ({ start }: Token): boolean =>
    unwanted.some((span) => start >= span.start && start < span.end);
  const kinds = kindsIn(
    tokens.map(({ lexeme }) => lexeme),
    vocabulary,
  );
  tokens.forEach((token, at) => {
    const word = folded[at] ?? '';
    const kind = kinds.get(at);
    if (kind === 'part') return;
    if (isUnwanted(token)) return;
    // "Down" is a function word, but not of "down jackets".
    if (token.stop && kind === undefined) {
      if (vocabulary.nouns.has(token.lexeme)) read.push(token.lexeme);
      return;
    }
    // "Cans" has the stem of a function word, which nothing is found by.
    if (stopWords(languageOf(locale)).has(token.lexeme) && kind === undefined) return;
    // "That holds", "que quepa": what follows is what tells.
    if (/(?:that|which|que)\s$/.test(text.slice(0, token.start)) && wordLightness(token.word, locale) < 1)
      return;
    // "Tienda" is the shop, but not of "tienda de campaña".
    const isChatter = CHATTER.test(word) && kind === undefined && !vocabulary.kinds.has(token.lexeme);
    // "6x7" and "2T" tell things apart, a bare number is one of something.
    if (/^\d[\d.,]*$/.test(word) || isChatter) return;
    const lexeme = kind ?? catalogLexeme(token, folded, at, locale, vocabulary, similarity);
    const required = vocabulary.nouns.has(lexeme);
    if (required && isNegated(text.slice(0, token.start))) {
      notCalled.push(lexeme);
      return;
    }
    read.push(lexeme);
    const isOwned = required && OWNED.test(text.slice(0, token.start));
    if (isOwned) owned.add(lexeme);
    else if (required) named.push({ start: token.start, end: token.end });
    // "People" of "tents for 4 people" tells little; what the catalog calls things by tells all.
    const weight = required ? 1 : wordRarity(token.word, locale) * wordLightness(token.word, locale);
    // "Dry" of "dry shampoo" is of its name, "feet" of "feet dry" is not.
    const next = tokens[at + 1];
    const isPart = isOfName(text, token, next, locale) && meetsNeed(next?.lexeme ?? '').length === 0;
    const meets = isPart ? [] : meetsNeed(token.lexeme);
    words.set(
      lexeme,
      meets.length === 0
        ? { lexeme, weight, required }
        : { lexeme, weight: Math.max(weight, NEEDED), required, meets },
    );
    starts.set(lexeme, token.start);
    spelled.set(lexeme, word);
  });
  const known = (token: Token, at: number): string =>
    kinds.get(at) ?? catalogLexeme(token, folded, at, locale, vocabulary, similarity);
  for (const span of unwanted) {
    // Of "not a bread knife", of who wants a knife, bread is what tells it apart.
    const apart = tokens.flatMap((token, at) => {
      const inside = token.start >= span.start && token.start < span.end;
      if (!inside || token.stop || kinds.get(at) === 'part') return [];
      const lexeme = known(token, at);
      return words.has(lexeme)
        ? []
        : [{ lexeme, also: combined(token.lexeme, [...words.keys()], vocabulary) }];
    });
    const [first] = apart;
    if (first === undefined) continue;
    for (const lexeme of [first.lexeme, ...first.also])
      if (vocabulary.nouns.has(lexeme) && !notCalled.includes(lexeme)) notCalled.push(lexeme);
  }
  const isBeside = besideTheThing(text, named);
  for (const [lexeme, word] of words)
    if (isBeside(starts.get(lexeme) ?? 0)) {
      // A thing or make that it is for ("for my dog", "on a Norvik body") must be spoken of, what it is done with it ("for running") need not.
      word.isFor = word.required;
      const said = spelled.get(lexeme) ?? lexeme;
      word.required &&= isThing(lexeme, said, vocabulary) || vocabulary.brands.has(said) || /\d/.test(said);
      word.beside = !word.required;
    }
  // "Wobbly on her feet": what somebody has already is not what is wanted.
  for (const lexeme of owned) {
    const word = words.get(lexeme);
    if (word === undefined || word.isFor) continue;
    word.beside = true;
    word.required &&= named.length === 0;
  }
  const head = headOf(
    tokens.flatMap((token, at) => {
      if (isUnwanted(token) || kinds.get(at) === 'part') return [];
      const lexeme = token.stop && !kinds.has(at) ? '' : known(token, at);
      return [{ token, lexeme, isNamed: words.get(lexeme)?.required === true }];
    }),
    { text, given, locale, vocabulary },
  );
  const meant = head === null ? undefined : words.get(head);
  if (meant !== undefined) {
    const also = (kindAt([meant.lexeme], 0)?.names ?? []).filter(
      (name) =>
        name !== meant.lexeme &&
        vocabulary.nouns.has(name) &&
        // What has a category of its own is another kind of thing here, unless it is the plural ("knives").
        (!vocabulary.kinds.has(name) || name.slice(0, SAME_WORD) === meant.lexeme.slice(0, SAME_WORD)),
    );
    Object.assign(meant, { head: true, weight: 1 }, also.length > 0 ? { also } : {});
  }
  const { categories, inCategories } = categoriesIn(read, vocabulary);
  return { words: [...words.values()], named, notCalled, categories, inCategories };
}

/** Letters at which two stems are forms of one word. */
const SAME_WORD = 3;

/** What a kind of thing with a word before it is called in one: "electric" of a bike is an e-bike. */
function combined(word: string, wanted: string[], { nouns }: Vocabulary): string[] {
  return wanted.flatMap((kind) => {
    const found = kindAt([word, kind], 0);
    return found?.length === 2 ? found.names.filter((name) => nouns.has(name)) : [];
  });
}

/**
 * Where kinds of things are named that the catalog calls otherwise, its own lexeme for each; `part` for the other words of
 * a phrase.
 */
function kindsIn(read: string[], vocabulary: Vocabulary): Map<number, string> {
  const found = new Map<number, string>();
  for (let at = 0; at < read.length; ) {
    const kind = kindAt(read, at);
    const said = kind === null ? '' : read.slice(at, at + kind.length).join(' ');
    // "Saco de dormir" where a category is called Sleeping Bags: what it is goes first, as the words of a phrase follow it.
    const phrase =
      kind === null
        ? undefined
        : kind.names
            .find((name) => name !== said && name.includes(' ') && vocabulary.categories.has(name))
            ?.split(' ');
    if (kind !== null && phrase !== undefined && phrase.length <= kind.length) {
      for (let part = 0; part < kind.length; part++) found.set(at + part, phrase.at(-1 - part) ?? 'part');
      at += kind.length;
      continue;
    }
    const own =
      kind === null || vocabulary.kinds.has(said)
        ? undefined
        : (kind.names.find((name) => vocabulary.kinds.has(name)) ??
          kind.names.find((name) => vocabulary.nouns.has(name) && name !== said));
    if (kind === null || own === undefined || (kind.length === 1 && vocabulary.nouns.has(said))) {
      at++;
      continue;
    }
    found.set(at, own);
    for (let part = 1; part < kind.length; part++) found.set(at + part, 'part');
    at += kind.length;
  }
  return found;
}

/** The longest categories first: "rain jackets" are Rain Jackets, not Jackets. */
function categoriesIn(
  read: string[],
  { categories: known }: Vocabulary,
): Pick<TakenWords, 'categories' | 'inCategories'> {
  const categories: string[] = [];
  const inCategories = new Set<string>();
  for (let at = 0; at < read.length; ) {
    let length = Math.min(4, read.length - at);
    for (; length > 0; length--) if (known.has(read.slice(at, at + length).join(' '))) break;
    const run = read.slice(at, at + Math.max(1, length));
    const category = length > 0 ? known.get(run.join(' ')) : undefined;
    if (category !== undefined) {
      if (!categories.includes(category)) categories.push(category);
      for (const lexeme of run) inCategories.add(lexeme);
    }
    at += run.length;
  }
  return { categories, inCategories };
}
