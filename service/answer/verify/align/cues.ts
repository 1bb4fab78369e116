/** Words that deny, bound or widen what they stand with, in English and Spanish; all patterns read folded text. */

const words = (source: string): RegExp => new RegExp(String.raw`(?<![\p{L}-])(?:${source})(?!\p{L})`, 'giu');

/** What looks like a denial and is a bound, a price or a manner: "no more than", "at no extra cost". */
const NO_DENIAL = words(
  `no (?:more|less|later|older|younger|longer|fewer|extra|additional|interest|mas|menos|charge|cost|fee|surcharge|matter|problem|hay problema)|(?:not|no) (?:only|solo)|only not|without (?:extra|additional|interest|charge)|sin (?:coste|costo|intereses|cargo|gastos)|not just|whether or not|nothing|free of charge|no,|interest-free|not to exceed`,
);
const DENIAL = words(
  String.raw`not|no|never|none|neither|nor|without|nobody|cannot|unable|non|nunca|jamas|ni|ningun[oa]?|tampoco|sin|nadie|nada|\p{L}+n['’]t|\p{L}+-free|free (?:of|from)(?! charge| our| the| a| your| any| ?[€$£\d])|libre de`,
);
const EXCEPTION = words(
  String.raw`except(?:ions?|ing)?|exclud\p{L}+|exclusions?|exempt\p{L}*|unless|apart from|other than|rather than|instead of|excepto|salvo|excluy\p{L}+|excluid\p{L}+|exent\p{L}+|a excepcion|a menos que|menos(?= l[oa]s?| el| en)|en lugar de|en vez de|refus\p{L}+|declin\p{L}+|prohib\p{L}+|forbid\p{L}*|void\p{L}*`,
);
const ONLY = words('only|solely|exclusively|solo|solamente|unicamente|exclusivamente');

/** Promises for every time, and for every thing or person, each with what a quote says such a promise with. */
const UNIVERSALS: { said: RegExp; grounds: RegExp }[] = [
  {
    said: words('(?:at )?any ?time|always|whenever|never|siempre|nunca|en todo momento|en cualquier momento'),
    grounds: words(
      String.raw`any ?time|any|always|whenever|every|each|never|not|no|cannot|without|ever|only|(?:24|48|7) (?:hours|horas|days|dias)|seven|siete|siempre|cualquier|cada|tod[oa]s?|nunca|jamas|ningun\p{L}*|sin|cuando quieras`,
    ),
  },
  {
    said: words(
      String.raw`all|anyone|everyone|everything|unlimited|entirely|whole|anywhere|everywhere|worldwide|tod[oa]s|cualquiera?|ilimitad\p{L}+`,
    ),
    grounds: words(
      String.raw`all|any|every|each|always|whole|entire\p{L}*|anyone|everything|anything|everyone|unlimited|fully?|both|whatever|whichever|no|not|none|per|worldwide|tod[oa]s?|cualquiera?|siempre|ilimitad\p{L}+|cada|ningun\p{L}*|por|complet\p{L}+|cannot|sin|without|l[oa]s`,
    ),
  },
];
/** What leaves open whether it will be so; "may be returned" allows. */
const HEDGE = words(
  String.raw`may(?= (?:also )?(?:take|vary|need|contain|differ|have|charge|incur|require|apply|change|cause|be (?:delayed|able|longer|subject|charged|required|necessary)|arrive|show|occur))|might|could|usually|normally|typically|generally|often|sometimes|expect\p{L}*|aims? to|try to|tries to|subject to|permitting|depend\p{L}*|possibly|probabl\p{L}+|likely|in most cases|podria[ns]?|suele[ns]?|normalmente|generalmente|a veces|segun|depende\p{L}*|intenta\p{L}*|previst\p{L}+|sujet[oa]s?|not? guarantee\p{L}*|no garantiza\p{L}*`,
);
const SAID_HEDGE = words(
  String.raw`may|might|could|can|should|usually|normally|typically|generally|often|sometimes|expect\p{L}*|aim\p{L}*|try|tries|subject|permitting|depend\p{L}*|possibl\p{L}+|possibility|probabl\p{L}+|likely|estimat\p{L}+|most|some|about|around|approximately|roughly|up to|allow\p{L}*|if|when|unless|puede[ns]?|podria[ns]?|podemos|suele[ns]?|normalmente|generalmente|a veces|segun|depend\p{L}*|intenta\p{L}*|previst\p{L}+|posibl\p{L}+|posibilidad|mayoria|sujet[oa]s?|aproximad\p{L}+|unos|hasta|si|cuando|not|no|guarantee\p{L}*|garantiza\p{L}*`,
);

const has = (pattern: RegExp, text: string): boolean => text.search(pattern) >= 0;
const count = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;
/** Blanks keep what follows in its place. */
const withoutBounds = (text: string): string => text.replace(NO_DENIAL, (found) => ' '.repeat(found.length));

/** Where the denials and exceptions of a folded text stand. */
export function denialsIn(text: string): number[] {
  const plain = withoutBounds(text);
  return [DENIAL, EXCEPTION].flatMap((pattern) => [...plain.matchAll(pattern)].map(({ index }) => index));
}

/** Whether a folded text, two denials making none, denies. */
export function denies(text: string): boolean {
  return denialsIn(text).length % 2 === 1;
}

/** Whether it holds a denial of any kind but an exception. */
export function hasDenial(text: string): boolean {
  return count(DENIAL, withoutBounds(text)) > 0;
}

export const hasException = (text: string): boolean => has(EXCEPTION, text);
export const isOnly = (text: string): boolean => has(ONLY, text);
/** Whether a text promises for every time or thing what none of some others do. */
export function isWider(said: string, meant: string[]): boolean {
  return UNIVERSALS.some((one) => has(one.said, said) && !meant.some((text) => has(one.grounds, text)));
}
export const isHedged = (text: string): boolean => has(HEDGE, text);
export const saysHedged = (text: string): boolean => has(SAID_HEDGE, text);
