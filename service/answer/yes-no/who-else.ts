import { fold } from '../../../ingest/analysis/stem.ts';

/** Somebody who is not the shopper, on folded text; English, then Spanish. */
const SOMEBODY_ELSE =
  /(?<!\p{L})(?:(?:some|any)(?:one|body) else|another person|other people|on my behalf|(?:my|our) (?:wife|husband|partner|spouse|friend|son|daughter|kids?|mother|father|mum|mom|dad|brother|sister|neighbou?r|roommate|flatmate|colleague|assistant)|otras? personas?|algu?ien mas|otro (?:en|por)|en mi (?:nombre|lugar)|(?:mi|nuestr[oa]) (?:mujer|marido|pareja|amig[oa]|hij[oa]|madre|padre|herman[oa]|vecin[oa]|companer[oa]))(?!\p{L})/u;
/** Says something of who may. */
const SAYS_WHO =
  /(?<!\p{L})(?:else|another person|anyone|anybody|someone|somebody|whoever|everyone|behalf|famil\p{L}*|friends?|authori[sz]\p{L}*|third part\p{L}+|otras? personas?|alguien|cualquier\p{L}*|quien\p{L}*|en (?:tu|su|vuestro) nombre|autoriza\p{L}*|tercer\p{L}*|amig\p{L}+)(?!\p{L})/u;

/**
 * Whether a question asks if somebody else may do a thing, and a text does not say who may: "You can pick it up" is no yes to
 * "Can someone else pick it up?". Pure.
 */
export function leavesWhoOpen(question: string, text: string): boolean {
  return SOMEBODY_ELSE.test(fold(question)) && !SAYS_WHO.test(fold(text));
}
