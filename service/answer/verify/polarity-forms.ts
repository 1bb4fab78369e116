import { fold } from '../../../ingest/analysis/stem.ts';
import { EXCEPTIVE } from './opposites.ts';

/** Verbs and predicates of one meaning, in one form, where they are denied. */
const SAME: [RegExp, string][] = [
  [
    /\b(?:kept|keeps?|keeping|stor(?:es?|ed|ing)|sav(?:es?|ed|ing)|retain(?:s|ed)?|hold)\b(?= |\.|,|$)/g,
    'store',
  ],
  [/\b(?:guardamos|guarda[ns]?|almacenamos|almacena[ns]?|conservamos|conserva[ns]?)\b/g, 'guardar'],
  [/\b(?:alter(?:s|ed|ing)?|modif(?:y|ies|ied)|amend(?:s|ed)?)\b/g, 'change'],
  [/(?<=\bno )llegan?\b/g, 'envian'],
  [
    /(?<=\bnot )(?:(?:completely|entirely|fully|totally) )?(?:happy|satisfied|pleased|content|love|like)\b(?: with| about)?/g,
    'satisfied',
  ],
  [/\b(gluten|dairy|lactose|sugar|alcohol|fragrance|nut|egg|soy)[ -]free\b/g, 'without $1'],
];

/** What is not so of a thing is denied of the thing: "not covered" as "not included". */
export const BELONGS =
  /^(?:cover(?:ed|s)?|includ\w+|eligible|part|cubiert[oa]s?|cubren?|incluid[oa]s?|incluyen?|entran?|excluid[oa]s?)$/;

const ONLY = /\b(?:only|exclusively|solely|solo|solamente|unicamente|unic[oa]s?)\b/;
const NOT = /\b(?:not|no|never|nunca)\b/g;
/** What a clause holds until. */
const UNTIL = /\b(?:until|till|before|hasta que|antes de que?)\b/;
const NOT_YET =
  /\b((?:if|while|provided(?: that)?|si|mientras)\s(?:[\p{L}']+\s){1,4}?)(?:not|no)\s(?=(?:yet\s)?(?:been|left|shipped|gone|started|begun|se ha|ha|haya|hayan)\b)|\b((?:has|have|had|is|are)\s)not\s(?=(?:yet\s)?(?:been|left|shipped|gone|started|begun)\b)|\b((?:si|mientras)\s(?:aun |todavia )?)no\s(?=(?:se )?(?:ha|han|haya|hayan)\b)/gu;
const AFTER_WHICH =
  /\b(?:after which|after (?:that|this)|transcurrid[oa]s?|pasad[oa]s?|despues de ese plazo)\b/;
const NOT_WITHIN = /\b(if you )do not (?=[^.,;]{3,40} within\b)|\b(si )no (?=[^.,;]{3,40} (?:en|dentro)\b)/g;

/**
 * The folded texts as the check of polarity reads them: what says the same by a negation and without one says it alike. "Not unless"
 * is "only if" where the other text has an "only", "if it has not been" is "until it has been" where it has an "until".
 * Pure.
 */
function alikeInPolarity(text: string, other: string): string {
  let found = SAME.reduce((plain, [pattern, word]) => plain.replace(pattern, word), text);
  if (UNTIL.test(other) && !UNTIL.test(found))
    found = found.replace(NOT_YET, (_, ...kept: (string | undefined)[]) => kept.slice(0, 3).join(''));
  if (AFTER_WHICH.test(other)) found = found.replace(NOT_WITHIN, '$1$2');
  if (ONLY.test(other))
    found = found
      .split(/(?<=[.;!?\n])\s/)
      .map((part) => (ONLY.test(part) ? part : notUnlessAsOnly(part)))
      .join(' ');
  return found;
}

/** "We do not shorten trousers unless we sold them": "only if". One negation, then one exception. */
function notUnlessAsOnly(part: string): string {
  const [exception, more] = [...part.matchAll(EXCEPTIVE)];
  if (exception === undefined || more !== undefined) return part;
  const before = part.slice(0, exception.index);
  const after = part.slice(exception.index + exception[0].length);
  const [negation, second] = [...before.matchAll(NOT)];
  if (negation === undefined || second !== undefined || after.search(NOT) >= 0) return part;
  if (/\b(?:but|pero|sino)\b/.test(before)) return part;
  const asserted = before
    .replace(NOT, 'only')
    .replace(/\b(?:ni|nor)\b/g, (word) => (word === 'ni' ? 'y' : 'and'));
  return `${asserted}if${after}`;
}

/** Texts as they are compared: folded, each in the other's forms. Pure. */
export function foldAlike(text: string, others: string[]): string {
  return alikeInPolarity(fold(text), fold(others.join('\n')));
}
