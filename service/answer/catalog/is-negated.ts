const NO = [
  'not|no|non|nor|neither|without|w/o|never|sin|ni|except(?:ing)?|excepto|salvo|avoid(?:ing)?|evitar?|evitando',
  `isn'?t|aren'?t|(?:do not|don'?t) (?:want|like|need)|other than|apart from|(?:anything|everything|all|any color|any colour) but`,
  'distint[oa]s? (?:de|al?)|que no (?:sean?|lleven?|tengan?|contengan?|vengan?|esten?)|no (?:sean?|quiero|lleven?|tengan?)',
  String.raw`(?:tod[oa]s?|cualquiera?|cualquier \p{L}+|lo que sea) menos|free (?:of|from)|libres? de`,
].join('|');
/** What may stand between "not" and what is not wanted. */
const BETWEEN =
  'that|is|are|be|being|have|has|having|contain|contains|containing|use|uses|used|made|of|out|from|by|in|with|de|del|en|por|la|el|las|los|marca|brand|colou?r|any|an?|the|una?|contain(?:s|ing)?|for|anything|nada|ningun[oa]?|sean?|hech[oa]s?';
const NEGATED = new RegExp(String.raw`(?<![\p{L}])(?:${NO})(?:[\s-]+(?:${BETWEEN}))*[\s-]+$`, 'u');
/** Before another value of the same list: "neither red nor blue", "ni rojo ni azul". */
export const LISTED = /^[\s,]*(?:or|nor|and|ni|o|u|y|e|,)?[\s,]*(?:in |en |de |the |from )?$/;

/** Whether what stands before a value says that it is not wanted. Folded text; pure. */
export function isNegated(before: string): boolean {
  return NEGATED.test(before);
}

/** "Without a hood", "sin capucha", "hood-free": what a thing shall not have, in the catalog's words or not. */
const WITHOUT =
  /(?<!\p{L})(?:without|w\/o|with no|allergic to|allergy to|free (?:of|from)|sin|libres? de|alergic[oa]s? (?:al?|a las?|a los?)|alergia (?:al?)|intolerante (?:al?)|that (?:do not|don'?t|does not|doesn'?t) have|que no (?:tengan?|lleven?|contengan?))\s(?:an? |any |the |una? |ningun[oa]? |el |la )?(\p{L}{3,})|(?<!\p{L})(\p{L}{3,})[- ]free(?!\p{L})/gu;

/** "Without annoying the neighbours", "sin molestar a nadie" is no thing that is not there. */
const DOING =
  /^(?:without|sin) (?:\p{L}+ing (?:the|my|a|an|your|our|any|anyone|people|it|them)|\p{L}+[aei]r(?:l[aeo]s?|me|se)? (?:al?|el|la|los|las|un|una|mi|nada|nadie|que))(?!\p{L})/u;

/** The words that a shopper does not want in a thing, and where they are said. */
export function readWithout(text: string): { word: string; start: number; end: number }[] {
  return [...text.matchAll(WITHOUT)]
    .filter((match) => !DOING.test(text.slice(match.index)))
    .map((match) => ({
      word: match[1] ?? match[2] ?? '',
      start: match.index,
      end: match.index + match[0].length,
    }));
}
