import { joinNumberWords } from './number-words.ts';

/** Phrases that say the same in other words, folded; what stands on the right is what the checks know. */
const PHRASES: [RegExp, string][] = [
  [/\b(?:free of charge|(?:at|for) no (?:extra |additional |further )?(?:cost|charge)|without (?:any )?(?:extra |additional )?(?:cost|charge)|no (?:extra |additional )?(?:charge|fee)s?|complimentary)\b/gi, 'free'],
  [/\b(?:sin (?:ning[uú]n )?(?:coste|costo|cargo|gasto)s?(?: adicional(?:es)?| extra)?|de forma gratuita)\b/gi, 'gratis'],
  [/\bnot? (?:more|longer|later) than\b|\bas (?:long|much|many) as(?= \d)/gi, 'up to'],
  [/\bno (?:m[aá]s|m[aá]s tarde) de\b/gi, 'hasta'],
  [/\bno (?:less|fewer|earlier) than\b/gi, 'at least'],
  [/\bno menos de\b/gi, 'al menos'],
  [/\b(?:younger than|below the age of|under the age of)\b/gi, 'under'],
  [/\b(?:older than|above the age of|over the age of)\b/gi, 'over'],
  [/\bmenor(?:es)? de (?=\d)/gi, 'por debajo de '],
  [/\bmayor(?:es)? de (?=\d)/gi, 'por encima de '],
  [/\b(?:in advance|ahead of time|beforehand)\b/gi, 'before'],
  [/\b(?:con|de|por) (?:antelaci[oó]n|anticipaci[oó]n|adelantado)(?!\p{L})/giu, 'antes'],
  [/\b(\p{L}{4,})-free\b/giu, 'without $1'],
  [/\b(?:do(?:es)?(?: not|n['’]t) cost (?:you )?(?:anything|a thing)|costs? (?:you )?nothing)\b/gi, 'is free'],
  [/\bno cuestan? nada\b/gi, 'es gratis'],
  [/\b(?:do|does|is|are|will)(?: not|n['’]t) (?:be )?open\b/gi, 'is closed'],
  [/\bno (?:abre[ns]?|abrimos|est[aá]n? abiert[oa]s?)(?!\p{L})/giu, 'cierra'],
  [/\btwice\b/gi, '2 times'],
  [/\b(col|fav)our/gi, '$1or'],
  [/\b(?:takes?|taking) place\b|\b(?:is|are) held\b/gi, 'runs'],
  [/\b(?:se celebran?|tienen? lugar)\b/gi, 'es'],
  [/\bnot only\b/gi, 'also'],
  [/\bno (?:solo|sólo|solamente)\b/gi, 'también'],
  [/\b(is|are|was|were)(?: not|n['’]t) excluded\b/gi, '$1 included'],
  [/\b(is|are|was|were)(?: not|n['’]t) (?:prohibited|forbidden)\b/gi, '$1 allowed'],
  [/\bno (est[aá]n?|son|es|quedan?) excluid([oa]s?)\b/gi, '$1 incluid$2'],
  [/\bno (est[aá]n?|son|es|quedan?) prohibid([oa]s?)\b/gi, '$1 permitid$2'],
  [/\b(?:is|are|was|were) excluded\b|\bexcluded\b/gi, 'not included'],
  [/\b(?:est[aá]n? )?excluid([oa]s?)\b/gi, 'no incluid$1'],
  [/\bunable to\b/gi, 'not able to'],
  [/\b(?:prohibited|forbidden)\b/gi, 'not allowed'],
  [/\bprohibid([oa]s?)\b/gi, 'no permitid$1'],
  [/\b(?:refuse|reject|decline)(?:s|d|ed)?\b/gi, 'not accept'],
  [/\bcannot\b/gi, 'can not'],
  [/\bwon['’]t\b/gi, 'will not'],
  [/\b(can|could|do(?:es)?|did|is|are|was|were|has|have|had|would|should|must|need)n?['’]t\b/gi, '$1 not'],
  [/\bnon-(?=\p{L})/giu, 'not '],
]; // biome-ignore format: a table
/** An answer's first word to a yes-or-no question: the rest says it in full. */
const ANSWER_WORD =
  /^\s*(?:yes|no|s[ií]|sure|certainly|unfortunately|lamentablemente|por desgracia|claro)\s*[,.!:–—]\s+/iu;

/** Brings phrases of one meaning to one form: contractions, `free of charge`, `excluded` for `not included`. Pure. */
export function plainPhrases(text: string): string {
  return PHRASES.reduce((plain, [pattern, words]) => plain.replace(pattern, words), joinNumberWords(text));
}

/** @returns the sentence without `Yes,` or `No,` before it. */
export function withoutAnswerWord(sentence: string): string {
  return sentence.replace(ANSWER_WORD, '');
}
