import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { remember } from '../../../ingest/analysis/remember.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { loadWordVectors } from '../../../ingest/embedding/load-word-vectors.ts';
import { loadWordNet } from '../../../ingest/lexicon/load-word-net.ts';
import { spanishVerbsOf } from './spanish-verb.ts';

/** Words that Snowball brings to one stem and that no rule here tells apart, a line each. */
const LISTED = `
customs custom
past paste
news new
goods good
organ organic
university universe universal
general generate generator generation
import important
animal animate
marine marinate
estudiante estudio
general generar generador
`;
/** Words whose English equivalents are less alike than this are different things. */
const UNLIKE = 0.2;
const MOST_KEPT = 20_000;

const lineOf = new Map(
  LISTED.trim()
    .split('\n')
    .flatMap((line, at) => line.split(' ').map((word) => [word, at] as const)),
);

/**
 * Whether two words of one stem name different things all the same: Spanish "suelo" and "suela", "plazo" and "plaza",
 * "hombre" and "hombro", English "customs" and "custom". Pure.
 * @param a and @param b of the same stem, as written
 */
export function areFalseKin(a: string, b: string, locale: string): boolean {
  const [one, other] = [fold(a), fold(b)];
  if (isListed(one, other)) return true;
  if (one === other || isPlural(one, other) || isPlural(other, one) || languageOf(locale) !== 'es')
    return false;
  return areUnlike(`${a.toLowerCase()} ${b.toLowerCase()}`);
}

function isListed(a: string, b: string): boolean {
  const line = lineIn(a);
  return a !== b && line !== undefined && line === lineIn(b);
}

function lineIn(word: string): number | undefined {
  return lineOf.get(word) ?? lineOf.get(word.replace(/s$/, ''));
}

function isPlural(plural: string, singular: string): boolean {
  return plural === `${singular}s` || plural === `${singular}es`;
}

/** Of words that the Spanish lists have, by what they are called in English. */
const areUnlike: (both: string) => boolean = remember(MOST_KEPT, (both: string) => {
  const { spanish, spanishForms, wordSimilarity } = loadWordVectors();
  const [a = '', b = ''] = both.split(' ');
  const [lemmasA, lemmasB] = [a, b].map((word) => spanishForms.form(word)?.lemmas ?? []) as [
    string[],
    string[],
  ];
  if (lemmasA.length === 0 || lemmasB.length === 0 || lemmasA.some((lemma) => lemmasB.includes(lemma)))
    return false;
  // "Cara" is the face, and dear.
  if (isGenderPair(a, b) && [...lemmasA, ...lemmasB].some(isAdjective)) return false;
  const verbs = spanishVerbsOf(a);
  if (spanishVerbsOf(b).some((verb) => verbs.includes(verb))) return false;
  const called = (lemmas: string[]): string[] => lemmas.flatMap((lemma) => spanish.get(lemma) ?? []);
  return called(lemmasA).every((x) => called(lemmasB).every((y) => wordSimilarity(x, y) < UNLIKE));
});

function isGenderPair(a: string, b: string): boolean {
  const [one, other] = [a, b].map((word) => fold(word).replace(/s$/, '')) as [string, string];
  return one.slice(0, -1) === other.slice(0, -1) && [one, other].every((word) => /[ao]$/.test(word));
}

function isAdjective(lemma: string): boolean {
  const [first = ''] = loadWordVectors().spanish.get(lemma) ?? [];
  return loadWordNet().classOf(first) === 'adjective';
}
