import { fold } from '../../../ingest/analysis/stem.ts';
import { readClaims } from './claims.ts';
import { readCompounds } from './compounds.ts';
import { type GroundText, tokensOf } from './coverage.ts';
import { isGeneric } from './generic-words.ts';

/** Parts of a text that each say something of their own. */
const PART =
  /[;()—!?\n]|(?<!\b[ap]\.?\s?m)\.\s|,\s(?!(?:que|which|who|that|cuy[oa])\s)|\s(?:but|while|whereas|and|pero|mientras|y)\s(?!\p{Sc}?\d)/u;

/**
 * Whether a sentence gives a value to what the quotes say without one, in contrast: "kids pay $4" of "kids ride free; adults
 * pay $4".
 * @returns the value as written, or null. Pure.
 */
export function findMisplacedValue(sentence: GroundText, grounds: GroundText[]): string | null {
  const all = grounds.flatMap(partsOf);
  const parts = all.filter(({ claims }) => claims.length > 0);
  for (const said of partsOf(sentence)) {
    if (said.claims.length === 0) continue;
    for (const claim of said.claims) {
      const dimension = dimensionOf(claim.key);
      const rivals = parts.filter((part) => part.claims.some(({ key }) => dimensionOf(key) === dimension));
      const holders = rivals.filter((part) => part.claims.some(({ key }) => key === claim.key));
      if (holders.some((part) => sharedWords(said, part) > 0) && isOfAnother(said, holders, all))
        return claim.written;
      if (holders.length > 0 && isOfContrary(said, holders, rivals, all)) return claim.written;
    }
  }
  return null;
}

/** "Kids pay $4" of "Kids ride free; adults pay $4": what a sentence begins with stands only in a part without the value. */
function isOfAnother(said: Part, holders: Part[], all: Part[]): boolean {
  const [subject] = said.words;
  if (subject === undefined || holders.some(({ words }) => words.has(subject))) return false;
  const others = all.filter(({ words }) => words.has(subject));
  return (
    others.length > 0 &&
    others.every(({ claims, contrasted }) => claims.length === 0 && contrasted) &&
    holders.every((holder) => sharedWords(said, holder) <= 1)
  );
}

/** "The gold ring costs $15" of "The gold ring is resized free; silver ones cost $15": all its words stand elsewhere. */
function isOfContrary(said: Part, holders: Part[], rivals: Part[], all: Part[]): boolean {
  return (
    holders.every((part) => part.words.size > 0 && part.contrasted && sharedWords(said, part) === 0) &&
    all.some((part) => !rivals.includes(part) && sharedWords(said, part) >= LEAST_TAKEN)
  );
}

/** Words of a statement from which on a sentence speaks of it; one may be there by chance. */
const LEAST_TAKEN = 2;
const CONTRAST = /;\s|,?\s(?:but|while|whereas|pero|mientras(?: que)?)\s/u;

/**
 * Whether a sentence takes words of two statements that stand in contrast, and drops the value of one: "comes with a lock and a seat"
 * of "comes with a lock, but seats cost $6".
 * @returns the value that it leaves out, or null. Pure.
 */
export function findMixedStatements(sentence: GroundText, grounds: GroundText[]): string | null {
  const said = sentence.text.split(CONTRAST).map((text) => readPart(sentence, text));
  for (const ground of grounds) {
    const statements = ground.text.split(CONTRAST).map((text) => readPart(ground, text));
    if (statements.length < 2) continue;
    for (const one of said) {
      const own = statements.map((statement) =>
        exclusiveWords(statement, statements).filter((word) => one.words.has(word)),
      );
      const left = statements.find(
        ({ claims }, at) =>
          (own[at]?.length ?? 0) >= LEAST_TAKEN &&
          own.some((words, other) => other !== at && words.length >= LEAST_TAKEN) &&
          claims.length > 0 &&
          !claims.some(({ key }) => said.some((part) => part.claims.some((claim) => claim.key === key))),
      );
      if (left !== undefined) return left.claims[0]?.written ?? '';
    }
  }
  return null;
}

function exclusiveWords(part: Part, all: Part[]): string[] {
  return [...part.words].filter((word) => all.every((other) => other === part || !other.words.has(word)));
}

interface Part {
  words: Set<string>;
  claims: { key: string; written: string }[];
  /** Whether its text sets statements against each other. */
  contrasted: boolean;
}

function partsOf(whole: GroundText): Part[] {
  const contrasted = CONTRAST.test(whole.text);
  return whole.text.split(PART).map((part) => ({ ...readPart(whole, part), contrasted }));
}

function readPart(whole: GroundText, part: string): Part {
  const words = tokensOf(whole, part).filter(
    (token) => !token.stop && !/\d/.test(token.word) && !isGeneric(fold(token.word)),
  );
  return {
    words: new Set(words.map((token) => token.lexeme)),
    claims: [
      ...readClaims(part, whole.locale).filter(
        ({ bare, key }) => bare !== null || /^(?:month|weekday):/.test(key),
      ),
      ...readCompounds(part, whole.locale).filter(({ key }) => key.startsWith('when:')),
    ],
    contrasted: false,
  };
}

/** Days and business days are durations both. */
const dimensionOf = (key: string): string => key.slice(0, key.indexOf(':')).replace(/^working /, '');
const sharedWords = (a: Part, b: Part): number => [...a.words].filter((word) => b.words.has(word)).length;
