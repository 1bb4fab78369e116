import { analyze, type Token } from '../../../ingest/analysis/analyze.ts';
import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { kindAt } from './kind-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A token of a question with the catalog's lexeme for it; `isNamed`: one of the catalog's words for what things are called. */
interface ReadToken {
  token: Token;
  lexeme: string;
  isNamed: boolean;
}

const ONE_OF = /\bwhich (?:ones? )?of (?:your|the|these|those)\s$/u;

/**
 * The lexeme of what a search is for: of the first words side by side that name a thing the last one in English ("kitchen
 * knife under $100"), the first one in Spanish ("cuchillo de cocina"). A kind of thing that the catalog has not is one too:
 * "rain pants". Pure.
 * @param given the text before values of attributes were taken out of it.
 * @returns null where no kind of thing is named.
 */
export function headOf(
  read: readonly ReadToken[],
  {
    text,
    given,
    locale,
    vocabulary,
  }: { text: string; given: string; locale: string; vocabulary: Vocabulary },
): string | null {
  const isKind = (lexeme: string): boolean =>
    vocabulary.kinds.has(lexeme) || kindAt([lexeme], 0) !== null || namesEndIn(vocabulary).has(lexeme);
  let run: ReadToken[] = [];
  for (const [at, one] of [...read, null].entries()) {
    const before = read[at - 1];
    const isNext =
      one !== null &&
      one.lexeme !== '' &&
      /^\p{L}/u.test(one.token.word) &&
      (run.length === 0 ||
        (before !== undefined && /^[\s&-]*$/.test(text.slice(before.token.end, one.token.start))));
    if (isNext) {
      run.push(one);
      continue;
    }
    const things = run.filter(
      ({ isNamed, lexeme }) => lexeme.length > 1 && (isNamed || kindAt([lexeme], 0) !== null),
    );
    if (things.some(({ isNamed }) => isNamed)) {
      // "Hand cream" where forms are Cream and Gel: what it is was read as a value.
      const end = before?.token.end ?? 0;
      const isTaken = /^[\s-]\|/.test(text.slice(end)) && /^[\s-]\p{L}/u.test(given.slice(end));
      if (languageOf(locale) !== 'es' && isTaken) return null;
      // "Which of your polarisers screws onto it": after the plural comes what it does.
      const isOneOf = ONE_OF.test(text.slice(0, run[0]?.token.start));
      const plural = isOneOf ? things.find(({ token }) => token.word.endsWith('s')) : undefined;
      if (plural !== undefined) return plural.lexeme;
      const ordered = languageOf(locale) === 'es' ? things : things.toReversed();
      return (ordered.find(({ lexeme }) => isKind(lexeme)) ?? ordered[0])?.lexeme ?? null;
    }
    run = one !== null && one.lexeme !== '' && /^\p{L}/u.test(one.token.word) ? [one] : [];
  }
  return null;
}

const ENDS = new WeakMap<Vocabulary, ReadonlySet<string>>();
/** What follows says which one it is, or what for: "Practice Mute for Trumpet", "Digital Piano, Black". */
const AFTER_THING = /[,(:;–]|\s(?:with|for|in|of|to|and|&)\s/u;

/** The words that names end in: of a "Leather Guitar Strap" it is a strap. */
function namesEndIn(vocabulary: Vocabulary): ReadonlySet<string> {
  const known = ENDS.get(vocabulary);
  if (known !== undefined) return known;
  const { names, locale, brands } = vocabulary;
  const last = names.flatMap(({ name }) => {
    const [thing = ''] = name.split(AFTER_THING);
    const tokens = analyze(thing, locale);
    const end = tokens.at(-1);
    const isWord = end !== undefined && tokens.length > 1 && /^\p{L}{3,}$/u.test(end.word);
    return isWord && !brands.has(fold(end.word)) ? [end.lexeme] : [];
  });
  const ends = new Set(languageOf(locale) === 'es' ? [] : last);
  ENDS.set(vocabulary, ends);
  return ends;
}
