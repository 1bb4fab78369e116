import { fold } from '../../../ingest/analysis/stem.ts';

/** What no page of a store is an answer to. */
export type Danger = 'self-harm' | 'harm';

const SELF_HARM = new RegExp(
  [
    String.raw`\bkill(?:ing)? my ?self\b|\b(?:end|ending|take|taking) my (?:own )?life\b|\bi (?:want|wish|would like) to (?:die|be dead)\b|\bself-?harm\w*`,
    String.raw`\b(?:want to|going to|how (?:do i|can i|to)|ways? to|best to) (?:hurt|harm|cut|hang|drown|poison) my ?self\b|\b(?:cut|slit|slash) my (?:own )?wrists?\b`,
    String.raw`\bsuicid\w*`,
    String.raw`\b(?:matarme|quitarme la vida|acabar con mi vida|cortarme las (?:venas|munecas)|ahorcarme|no quiero (?:seguir viviendo|vivir mas)|quiero morir(?:me)?(?! de))\b`,
    String.raw`\b(?:quiero|voy a|como) hacerme dano\b`,
  ].join('|'),
);

const ONE =
  "(?:some(?:body|one)|people|a person|him|her|my (?:wife|husband|neighbou?rs?|boss|girlfriend|boyfriend|mother|father|mom|dad|brother|sister|ex|friends?|teacher|co-?worker|colleagues?))(?!['’]s)";
const ONE_ES =
  '(?:alguien|una persona|la gente|mi (?:vecin[oa]|mujer|marido|jef[ea]|novi[oa]|ex|padre|madre|herman[oa]|amig[oa]|profesora?|companer[oa]))';
const HARM = new RegExp(
  [
    String.raw`\b(?:to|i|we) (?:kill|hurt|stab|poison|attack|injure|murder|shoot|harm) ${ONE}\b`,
    String.raw`\b(?:herir|matar|apunalar|envenenar|atacar|asesinar|disparar) a ${ONE_ES}\b`,
    // Bath bombs and pumps (bomba de agua) are sold in shops.
    String.raw`\b(?:build|make|making|assemble) (?:an? |some )?(?:(?:pipe|nail|petrol|fertili[sz]er|home-?made|dirty|car) )?(?:bombs?|explosives?|grenades?|napalm|(?:poison|nerve|chlorine|toxic) gas)\b`,
    String.raw`\b(?:fabric\w+|hacer|hago|preparar|preparo) (?:una? |unos )?(?:bombas?(?! (?:de|para)\b)|explosivos?|granadas?|gas (?:toxico|venenoso|mostaza))\b`,
  ].join('|'),
);

/** Tells that somebody may be about to hurt themselves or somebody else, in English and Spanish; null for all else. Pure. */
export function readDanger(question: string): Danger | null {
  const folded = fold(question);
  if (SELF_HARM.test(folded)) return 'self-harm';
  return HARM.test(folded) ? 'harm' : null;
}
