import { analyze, lexemes } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { hasOwnName } from './describing-name.ts';
import { findNamedProducts, type NamedProducts } from './named-products.ts';
import { withoutNegated } from './negated-spans.ts';
import type { Vocabulary } from './vocabulary.ts';

/** More products than these are no comparison. */
const MOST_COMPARED = 4;
/** Longer parts of a question tell a story besides a name. */
const LONGEST_NAME = 6;

const COMPARES =
  /\b(?:compar\p{L}*|vs|versus|differen\p{L}*|diferencia\p{L}*|differ|better|mejor|than|both|ambos|ambas|entre(?! \d))\b/u;
/** Said of several that have one name: "compare the two X", "the difference between the Xs". */
const COMPARES_NAMESAKES = /\b(?:compar\p{L}*|differ\p{L}*|diferencia\p{L}*|between|entre l[oa]s)\b/u;
const CHOOSES = /\b(?:which|what|cual(?:es)?|que|is|are|does|do|es|son|tiene)\b/;
const JOINTS =
  /\b(?:vs\.?|versus|or|and|than|o|u|y|e|que|with|con|against|contra|frente a|compared (?:to|with)|from|which|cual)\b|[,;:?¿!&/]/giu;
const CHOICE = /\b(?:vs|versus|or|than|o|u|que)\b/;

/** Products that a question sets side by side. */
export interface NamedSideBySide extends NamedProducts {
  /** Whether the question compares them itself, rather than asking one thing of each. */
  compares: boolean;
}

/**
 * Finds the products that a question names beside each other: "X vs Y", "is X lighter than Y", "¿cuál pesa menos, X o Y?",
 * "compare the two X". In a comparison a name may be shorter than elsewhere, as the other name tells what is meant. Pure.
 * @returns null when it names fewer than two, or more than can be compared.
 */
export function findCompared(
  question: string,
  locale: string,
  vocabulary: Vocabulary,
): NamedSideBySide | null {
  const folded = fold(question);
  const compares = COMPARES.test(folded);
  const parts = withoutNegated(question, folded)
    .split(JOINTS)
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const called = parts.map((part) => findNamedProducts(part, locale, vocabulary));
  const isName = called.map(
    (found, at) => found !== null && hasOwnName(found, parts[at] ?? '', locale, vocabulary),
  );
  // "N7 or N5, which has the longer battery life": beside two names no everyday word is one.
  const ofNames = isName.filter(Boolean).length > 1;
  const exact = ofNames ? called.map((found, at) => (isName[at] ? found : null)) : called;
  const asksWhich = CHOOSES.test(folded) && CHOICE.test(folded);
  const known = exact.filter((found) => found !== null).length;
  const groups = parts.flatMap((part, at) => {
    const found =
      exact[at] ??
      (!ofNames && (compares || asksWhich)
        ? byShortName(part, locale, vocabulary, compares || known > 0 ? 'some' : 'all')
        : null);
    return found === null ? [] : [found];
  });
  const distinct = groups.filter(
    (group, at) => !groups.slice(0, at).some((one) => one.names.join() === group.names.join()),
  );
  const [only] = distinct;
  // "Compare the two watering cans", "difference between the Nightjars".
  if (
    distinct.length < 2 &&
    !(COMPARES_NAMESAKES.test(folded) && only !== undefined && only.names.length > 1)
  )
    return null;
  const all = [...new Set(distinct.flatMap((group) => group.names))];
  const meant =
    all.length > MOST_COMPARED && distinct.length > 1 ? likeEachOther(distinct, vocabulary) : distinct;
  const names = [...new Set(meant.flatMap((group) => group.names))];
  if (names.length > MOST_COMPARED) return null;
  const missing = meant.find((group) => group.missing !== undefined)?.missing;
  return {
    names,
    documentIds: [...new Set(meant.flatMap((group) => group.documentIds))],
    lexemes: new Set(meant.flatMap((group) => [...group.lexemes])),
    compares: compares || asksWhich,
    ...(missing === undefined ? {} : { missing }),
  };
}

/**
 * The one product that has the most of a few words in its name, of which one at least is no kind of thing: "track pump".
 * @param needed whether it must have all of them, as where nothing else tells that products are meant.
 */
function byShortName(
  part: string,
  locale: string,
  vocabulary: Vocabulary,
  needed: 'some' | 'all',
): NamedProducts | null {
  const tokens = analyze(part, locale).filter((token) => !token.stop);
  if (tokens.length === 0 || tokens.length > LONGEST_NAME) return null;
  const languages = [...new Set([locale, vocabulary.locale])];
  const spoken = tokens.map((token) => ({
    token,
    forms: languages.flatMap((language) => lexemes(token.word, language)),
  }));
  const scored = vocabulary.names.map((entry) => {
    const said = spoken.filter(({ forms }) => forms.some((form) => entry.lexemes.includes(form)));
    const own = said.filter(({ forms }) => forms.every((form) => !vocabulary.kinds.has(form)));
    return { entry, said, own: own.length };
  });
  const most = Math.max(...scored.map(({ said }) => said.length));
  const best = scored.filter(({ said, own }) => said.length === most && own > 0);
  const [only] = best;
  if (most === 0 || only === undefined || best.length > 1) return null;
  if (needed === 'all' && most < spoken.length) return null;
  return {
    names: [only.entry.name],
    documentIds: only.entry.documentIds,
    lexemes: new Set(only.said.map(({ token }) => token.lexeme)),
  };
}

/** Of namesakes the one whose name is most like the others': of "N5, N7 and N9" the new bodies, and no used one. */
function likeEachOther(groups: readonly NamedProducts[], { names }: Vocabulary): NamedProducts[] {
  const entriesOf = (group: NamedProducts): Vocabulary['names'] =>
    names.filter(({ name }) => group.names.includes(name));
  return groups.map((group) => {
    const others = groups.filter((one) => one !== group).map(entriesOf);
    const shared = (own: readonly string[]): number =>
      others.reduce(
        (sum, entries) => sum + Math.max(...entries.map((entry) => likeness(own, entry.lexemes))),
        0,
      );
    const [best] = entriesOf(group).sort((a, b) => shared(b.lexemes) - shared(a.lexemes));
    return best === undefined ? group : { ...group, names: [best.name], documentIds: best.documentIds };
  });
}

/** Share of the words of two names that both have, 0…1. */
function likeness(one: readonly string[], other: readonly string[]): number {
  const all = new Set([...one, ...other]);
  return one.filter((lexeme) => other.includes(lexeme)).length / all.size;
}
