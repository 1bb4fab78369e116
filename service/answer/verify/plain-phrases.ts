import { joinNumberWords } from './number-words.ts';

/** Phrases that say the same in other words, folded; what stands on the right is what the checks know. */
const PHRASES: [RegExp, string][] = [
  [/\b(?:free of charge|(?:at|for) no (?:extra |additional |further )?(?:cost|charge)|without (?:any )?(?:extra |additional )?(?:cost|charge)|no (?:extra |additional )?(?:charge|fee)s?|complimentary)\b/gi, 'free'],
  [/\b(?:sin (?:ning[uú]n )?(?:coste|costo|cargo|gasto)s?(?: adicional(?:es)?| extra)?|de forma gratuita)\b/gi, 'gratis'],
  [/\b(?:not?|not any) later than (?=\S+ (?:\p{L}+ )?(?:minutes?|hours?|days?|weeks?|months?) (?:before|prior|ahead|in advance))/giu, 'at least '],
  [/\b(?:a m[aá]s tardar|como muy tarde|no m[aá]s tarde de) (?=\S+ (?:minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?) antes)/gi, 'al menos '],
  [/\b(?:a m[aá]s tardar|como muy tarde)\b/gi, 'hasta'],
  [/\b(?:ahead of|prior to|in advance of)\b/gi, 'before'],
  [/(?<=\b(?:minutes?|hours?|days?|weeks?|months?))(?:['’]? notice| ahead)\b/gi, ' before'],
  [/\bas (?:early|soon|little|low) as(?= \d)/gi, 'up to'],
  [/\b(?:and|or) (?:older|up|above|more|over)\b(?! than)|(?<=\d)\+(?!\w)/gi, ' and over'],
  [/\b(?:and|or) (?:younger|below|less|fewer|under)\b(?! than)/gi, 'and under'],
  [/\bwhenever you (?:like|want|wish|please)\b|\b(?:whenever|any time)\b/gi, 'at any time'],
  [/\b(?:up ?front)\b/gi, 'before'],
  [/\b(?:take|haul)(s?) away\b/gi, 'remove$1'],
  [/\btaken away\b/gi, 'removed'],
  [/\b(?:runs?|ran|sells?) out\b/gi, 'sold out'],
  [/\b(?:send|ship|bring|post)(?:s|ing)? (?:(it|them) )?back\b/gi, 'return $1'],
  [/\b(?:sent|shipped|brought) back\b/gi, 'returned'],
  [/\bE\.?U\b\.?/g, 'European Union'],
  [/\bUE\b/g, 'Unión Europea'],
  [/\b(?:do|does|will|would)(?: not|n['’]t) lose\b|\bnever loses?\b/gi, 'keep'],
  [/\bno (?:te |se )?(?:perder[aá]s?|pierdes?)(?!\p{L})/giu, 'conservas'],
  [/\b(?:en (?:el )?caso de que|siempre (?:y cuando|que)|a condici[oó]n de que|con tal de que)\b/gi, 'si'],
  [/\b(?:at our(?: own)? expense|(?:is|are) on us)\b/gi, 'we pay'],
  [/\bat (?:the (?:customer|buyer|shopper)['’]s|your)(?: own)? expense\b/gi, 'you pay'],
  [/\b(?:(?:the (?:customer|buyer|shopper) is|you are|you['’]re) responsible for(?: paying)?(?= .{0,24}\b(?:costs?|postage|shipping|fees?|charges?|duties|taxes)\b)|(?:is|are) the responsibility of the (?:customer|buyer|shopper))\b/gi, 'you pay'],
  [/\b(?:(?:corren?|va|van|son|es|ser[aá]n?|ir[aá]n?|quedan?) )?(?:a nuestro cargo|(?:por|de) nuestra cuenta|a cargo (?:nuestro|de la tienda))(?!\p{L})/giu, 'pagamos'],
  [/\b(?:(?:corren?|va|van|son|es|ser[aá]n?|ir[aá]n?|quedan?) )?(?:a (?:tu|su) cargo|(?:por|de) (?:tu|su) cuenta|a cargo del? (?:cliente|comprador|usuario)|por cuenta del? (?:cliente|comprador|usuario))(?!\p{L})/giu, 'pagas'],
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
  [/\bnot not\b ?/gi, ''],
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
