import { fold, stem } from '../analysis/stem.ts';
import type { WordList } from './read-word-list.ts';

/** The listed words that a Spanish word is a form of. */
interface SpanishForm {
  /** Most often one. */
  lemmas: readonly string[];
  /** Its ending or its accents are Spanish, so that it is no English name that happens to begin as a Spanish word does. */
  sure: boolean;
}

/** Reads the forms of the Spanish words of a list. Words are in lower case, accents may be missing. */
export interface SpanishForms {
  /** What a word is a form of; null where the list has nothing like it. */
  form(word: string): SpanishForm | null;
  /**
   * Every listed word that a word may be a form of, also by chance: "repara" is like "reparo" as well as of "reparar". Of a
   * listed word it alone.
   */
  readings(word: string): readonly string[];
  /** Whether a word is listed or the form of one that is. */
  has(word: string): boolean;
}

const VERB = /[aei]r$/;
/** Endings of the present: Snowball takes "repara" for the "-ara" of another form. */
const PRESENT = /(?:[aei]mos|[ae]n|[ae]s|[aeo])$/;
const SHORTEST_BASE = 3;
const SHORTEST_VERB = 2;
/** "Usarlo", "abriéndose": what a verb takes behind it. */
const ENCLITIC = /(?<=[aei]r|ndo)(?:(?:me|te|se|nos)(?:l[aeo]s?)?|l[aeo]s?)$/;
/** Endings of regular verbs, without accents. */
const VERB_ENDING =
  /(?:(?:[ai]|ie)ron|aste|iste|aba[sn]?|abamos|ias?|ian|iamos|[aei]r(?:e|emos|a[sn]?|ia[sn]?|iamos)?|a[dr]o|[ai]d[oa]s?|ando|iendo|[aei]mos|[ae]is|is|[ae][sn]|[aeio])$/;
/** Endings of inflected forms that hardly an English word or name has. */
const SPANISH_ENDING =
  /(?:[aei]mos|aban|[ai]eron|aron|i?endo|ando|[aei]r[ae]n|[ai]d[oa]s|[ai]ste|ciones|siones|[aei]r(?:se|l[oa]s?|me|nos))$/;

/**
 * Makes what finds a Spanish word's form in a list: as it is written, then without accents, then by its Snowball stem,
 * then as a form of a verb whose stem changes (`devuelve`, `busqué`).
 */
export function makeSpanishForms(list: WordList): SpanishForms {
  const folded = Map.groupBy(list.keys(), fold);
  const formsOf = makeStemIndex(list.keys());

  function inflected(word: string): readonly string[] {
    const plain = fold(word);
    const own = stemsOf(word);
    for (const stemmed of own) {
      const forms = formsOf(stemmed);
      if (forms.length > 0) return mostAlike(plain, forms);
    }
    const verbs = changedVerbs(own);
    return verbs.length > 0 ? mostAlike(plain, verbs) : regular(plain);
  }

  /** The first verbs, of those whose stem changes, that have one of these stems in some form. */
  function changedVerbs(stems: readonly string[]): readonly string[] {
    for (const changed of stems.flatMap(changedStems)) {
      const verbs = formsOf(changed).filter((lemma) => VERB.test(lemma));
      if (verbs.length > 0) return verbs;
    }
    return [];
  }

  /** Where Snowball takes a noun for a verb ("ciudad" is no command) or a verb is too short for it ("usan"). */
  function regular(plain: string): readonly string[] {
    const adjective = plain.replace(/mente$/, '');
    const singulars = [plain.replace(/ces$/, 'z'), plain.replace(/s$/, ''), plain.replace(/es$/, '')];
    const nouns = [...singulars, adjective]
      .flatMap((one) => [one, one.replace(/a$/, 'o')])
      .find((one) => folded.has(one));
    if (nouns !== undefined) return folded.get(nouns) ?? [];
    const base = plain.replace(ENCLITIC, '').replace(VERB_ENDING, '');
    if (base.length < SHORTEST_VERB || base === plain) return [];
    return ['ar', 'er', 'ir'].flatMap((ending) => folded.get(base + ending) ?? []);
  }

  function form(word: string): SpanishForm | null {
    if (list.has(word)) return { lemmas: [word], sure: true };
    const plain = fold(word);
    const same = folded.get(plain);
    if (same !== undefined) return { lemmas: same, sure: true };
    const lemmas = inflected(word);
    if (lemmas.length === 0) return null;
    const accented = plain !== word;
    return {
      lemmas,
      sure:
        accented ||
        SPANISH_ENDING.test(plain) ||
        lemmas.some((lemma) => isPluralOrFeminine(plain, fold(lemma))),
    };
  }

  function infinitives(word: string): string[] {
    const base = fold(word).replace(PRESENT, '');
    if (base.length < SHORTEST_BASE) return [];
    return ['ar', 'er', 'ir'].map((ending) => base + ending).filter((verb) => list.has(verb));
  }

  /** By the stem without accents alone: with them, "manos" would be of "manía" as well. */
  function sameStem(word: string): string[] {
    const own = stem(fold(word), 'es');
    return formsOf(own).filter((lemma) => stem(fold(lemma), 'es') === own);
  }

  function readings(word: string): readonly string[] {
    if (list.has(word)) return [word];
    const lemmas = form(word)?.lemmas ?? [];
    // "Desplieguen" has the stem of "despliegue", and is of "desplegar".
    const isNoun = lemmas.some((lemma) => isPluralOrFeminine(fold(word), fold(lemma)));
    const verbs = isNoun ? [] : changedVerbs(stemsOf(word));
    return [...new Set([...lemmas, ...sameStem(word), ...infinitives(word), ...verbs])];
  }

  return { form, readings, has: (word) => form(word) !== null };
}

/**
 * Makes what finds the lemmas of a stem. A stem takes 5 µs, and most words are never met: stems are made for all that
 * begin with the same two letters, as a word and its stem do, when the first of them is asked for.
 */
function makeStemIndex(lemmas: Iterable<string>): (stemmed: string) => readonly string[] {
  const beginningOf = (word: string) => fold(word).slice(0, 2);
  const beginnings = Map.groupBy(lemmas, beginningOf);
  const indexed = new Map<string, ReadonlyMap<string, readonly string[]>>();
  return (stemmed) => {
    const beginning = beginningOf(stemmed);
    let stems = indexed.get(beginning);
    if (stems === undefined) {
      const pairs = (beginnings.get(beginning) ?? []).flatMap((lemma) =>
        stemsOf(lemma).map((each) => ({ each, lemma })),
      );
      stems = new Map(
        [...Map.groupBy(pairs, ({ each }) => each)].map(([each, found]) => [
          each,
          found.map(({ lemma }) => lemma),
        ]),
      );
      indexed.set(beginning, stems);
    }
    return stems.get(stemmed) ?? [];
  };
}

/** With its accents and without, for Snowball tells endings by them: `devolvió`; but shoppers leave them out. */
function stemsOf(word: string): string[] {
  return [...new Set([stem(word, 'es'), stem(fold(word), 'es')])];
}

function isPluralOrFeminine(form: string, lemma: string): boolean {
  const feminine = lemma.replace(/o$/, 'a');
  return [
    `${lemma}s`,
    `${lemma}es`,
    lemma.replace(/z$/, 'ces'),
    feminine,
    `${feminine}s`,
    `${lemma}a`,
    `${lemma}as`,
  ].includes(form);
}

/** Of words with one stem those that begin longest as `word` does: "casos" is of "caso", and not of "casa" or "casar". */
function mostAlike(word: string, lemmas: readonly string[]): readonly string[] {
  const nouns = lemmas.filter((lemma) => isPluralOrFeminine(word, fold(lemma)));
  const likely = nouns.length > 0 ? nouns : lemmas;
  const shared = likely.map((lemma) => sharedPrefix(word, fold(lemma)));
  const most = Math.max(...shared);
  return likely.filter((_, index) => shared[index] === most);
}

function sharedPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** The vowels and consonants in which a verb's forms differ from its infinitive, by the spelling of its last syllable. */
const VOWELS: [form: RegExp, infinitive: string][] = [
  [/ue(?=[^aeiou]+$)/, 'o'],
  [/ue(?=[^aeiou]+$)/, 'u'],
  [/ie(?=[^aeiou]*$)/, 'e'],
  [/i(?=[^aeiou]+$)/, 'e'],
  [/u(?=[^aeiou]+$)/, 'o'],
];
const CONSONANTS: [form: RegExp, infinitive: string][] = [
  [/qu$/, 'c'],
  [/gu$/, 'g'],
  [/zc$/, 'c'],
  [/c$/, 'z'],
  [/z$/, 'c'],
  [/j$/, 'g'],
  [/g$/, ''],
  [/[yi]$/, ''],
];

function changedStems(stemmed: string): string[] {
  const change = (rules: typeof VOWELS, words: string[]) =>
    words.flatMap((word) =>
      rules.filter(([form]) => form.test(word)).map(([form, infinitive]) => word.replace(form, infinitive)),
    );
  const consonants = change(CONSONANTS, [stemmed]);
  return [...change(VOWELS, [stemmed, ...consonants]), ...consonants].filter((word) => word.length >= 3);
}
