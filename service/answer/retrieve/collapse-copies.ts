import { remember } from '../../../ingest/analysis/remember.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { FoundPassage } from '../../../sql/search-passages.ts';
import { readClaims } from '../verify/claims.ts';

/** What decides between copies, as far as the shopper does. */
export interface CopyPreference {
  /** Language of the question. */
  locale: string;
  /** ISO 3166-1 alpha-2; null: unknown. */
  market: string | null;
  /** Documents whose passages are kept whatever they are copies of, for the question is about them. */
  documentIds: readonly string[];
}

/** Words of a shingle: long enough that two texts on the same subject share few. */
const SHINGLE = 3;
/** Jaccard coefficient of the shingles (Broder 1997, "resemblance") from which on two passages are copies. */
const LEAST_ALIKE = 0.8;
/** What turns a rule round, in English and Spanish: where two passages differ by one of these they are no copies. */
const TURNS =
  /^(?:not?|never|nor|without|cannot|\w+nt|except|unless|only|sin|nunca|tampoco|salvo|excepto|solo)$/;

/** Passages that are kept as read, each some 20 kB. */
const MOST_KEPT = 500;

interface Read extends ReadPassage {
  passage: FoundPassage;
}

interface ReadPassage {
  words: ReadonlySet<string>;
  /** Words of its document's title. */
  title: ReadonlySet<string>;
  shingles: ReadonlySet<string>;
  /** Numbers, amounts, dates and turning words: what a copy cannot differ in. */
  said: () => string;
}

/**
 * Of passages that say the same, as a policy does that ten product pages repeat, keeps the one of the best source: the
 * shopper's market and language, what is no article, a policy before a FAQ, a page and a product, the newer, the better
 * found. It takes the place of the best of its copies. Passages that differ in a number or a "not" are no copies. Pure.
 * @param passages best first.
 * @param most of all, and of those documents besides.
 */
export function collapseCopies(
  passages: readonly FoundPassage[],
  preference: CopyPreference,
  most: number,
): FoundPassage[] {
  const kept: { first: Read; best: FoundPassage }[] = [];
  const isNamed = ({ documentId }: FoundPassage) => preference.documentIds.includes(documentId);
  for (const passage of passages) {
    const read: Read = { passage, ...readPassage(passage.text, passage.title) };
    const known = kept.find(({ first }) => areCopies(first, read, preference));
    if (known !== undefined) {
      if (isBetter(passage, known.best, preference)) known.best = { ...passage, score: known.best.score };
    } else if (
      kept.length < most ||
      (isNamed(passage) && kept.filter(({ best }) => isNamed(best)).length < most)
    ) {
      kept.push({ first: read, best: passage });
    }
  }
  return kept.map(({ best }) => best);
}

const readPassage = remember(MOST_KEPT, (text: string, name: string): ReadPassage => {
  const title = new Set(wordsOf(name));
  // A line that only names the page is a header.
  const lines = text
    .split('\n')
    .map((line) => ({ line, words: wordsOf(line) }))
    .filter((each) => !each.words.every((word) => title.has(word)));
  const words = lines.flatMap((each) => each.words);
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE <= words.length; at++) shingles.add(words.slice(at, at + SHINGLE).join(' '));
  // What is shorter than a shingle is one.
  if (shingles.size === 0) shingles.add(words.join(' '));
  let said: string | null = null;
  return {
    words: new Set(words),
    title,
    shingles,
    said: () => {
      said ??= [
        ...readClaims(lines.map(({ line }) => line).join('\n')).map(({ key }) => key),
        ...words.filter((word) => TURNS.test(word)),
      ]
        .sort()
        .join('\n');
      return said;
    },
  };
});

function wordsOf(text: string): string[] {
  return fold(text.replace(/['’]/g, '')).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function areCopies(a: Read, b: Read, { documentIds }: CopyPreference): boolean {
  const [one, other] = [a.passage, b.passage];
  if (one.shape !== other.shape || one.voice !== other.voice) return false;
  const isOfProduct = one.shape === 'facts' && one.documentId !== other.documentId;
  if (isOfProduct) return false;
  const areNamed = documentIds.includes(one.documentId) && documentIds.includes(other.documentId);
  if (areNamed && one.documentId !== other.documentId) return false;
  return jaccard(a.shingles, b.shingles) >= LEAST_ALIKE && !nameOthers(a, b) && a.said() === b.said();
}

/** "The Larch is waterproof." and "The Alder is waterproof.", each on its product's page, say two things. */
function nameOthers(a: Read, b: Read): boolean {
  if (a.passage.kind !== 'product' || b.passage.kind !== 'product') return false;
  const isOwn = (one: Read, other: Read) =>
    [...one.words].some((word) => one.title.has(word) && !other.words.has(word) && !other.title.has(word));
  return isOwn(a, b) && isOwn(b, a);
}

/** Jaccard coefficient of two sets, 0…1; 0 without a look where their sizes rule out what makes a copy. */
function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size < LEAST_ALIKE * large.size) return 0;
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared += 1;
  return shared / (small.size + large.size - shared);
}

const KINDS = ['policy', 'faq', 'page', 'file', 'product'];

function isBetter(one: FoundPassage, other: FoundPassage, preference: CopyPreference): boolean {
  const [a, b] = [rank(one, preference), rank(other, preference)];
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

/** The lower the better, the first that differs decides. */
function rank(passage: FoundPassage, { locale, market, documentIds }: CopyPreference): number[] {
  return [
    documentIds.includes(passage.documentId) ? 0 : 1,
    market !== null && passage.market === market ? 0 : 1,
    passage.locale.split('-')[0] === locale ? 0 : 1,
    passage.genre === null ? 0 : 1,
    KINDS.indexOf(passage.kind),
    -(passage.modifiedAt?.getTime() ?? Number.NEGATIVE_INFINITY),
    -passage.score,
  ];
}
