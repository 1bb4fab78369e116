import { foldInPlace } from '../follow-up/fold-in-place.ts';

/** "Perdona", "una duda": what calls for attention before anything is asked. */
const CALLS =
  '(?:(?:oye|oiga[ns]?|oid|disculp(?:[ae]n?|ad|as)|perdon(?:[ae]n?|ad|as)?|mira|che|(?:(?:tengo|tenia|tendria) )?(?:una |un par de )?(?:dud(?:it)?as?|pregunt(?:it)?as?|consult(?:it)?as?))(?=\\s*[,.:;!]|\\s+que\\s)\\s*[,.:;!]*(?:\\s*(?:es )?que(?= ))?)';
const KNOW =
  '(?:saber|preguntar(?:l[ea]s|os|te|le)?|consultar(?:l[ea]s|os|te|le)?|que me (?:digan|digas|digais|diga|dijeran|confirm\\p{L}+))';
const TELL = '(?:decir(?:me|nos)?|indicar(?:me|nos)?|confirmar(?:me|nos)?|aclarar(?:me|nos)?)';
/** "Quisiera saber", "me podrían decir": asks to be told, and nothing of what. */
const ASKS = `(?:(?:solo |nada mas |tambien )?(?:quiero|quisiera|queria|querria|queremos|quisieramos|necesito|necesitaria|necesitaba|me gustaria|nos gustaria|deseo|desearia) ${KNOW}|(?:me |nos )?(?:pued(?:e[ns]?|o)|podeis|podri(?:a[ns]?|ais)|podes) ${TELL}|(?:me|nos) (?:dices|dicen|decis|confirmais|confirman|confirmas)|(?:di|digan|diga|decid|deci)(?:me|nos)|(?:sabe[ns]?|sabeis)(?= si ))`;
const FRAME = new RegExp(
  `(?<=^[\\s¿¡]*|[.!?,;:]\\s+[¿¡]?)(?:(?:${CALLS}\\s*)?${ASKS}(?!\\p{L})[,:]?(?:\\s+si(?= ))?|${CALLS}(?!\\p{L}))[,:]?\\s*(?=\\S)`,
  'gu',
);

/**
 * A Spanish message without the words by which it asks to be told something: "Oye, quería saber si aceptan PayPal" asks
 * "aceptan PayPal", which is a question as it stands. Left as it is where too little remains. Pure.
 */
export function withoutAskingFrame(message: string): string {
  const folded = foldInPlace(message);
  let rest = '';
  let from = 0;
  for (const { 0: frame, index } of folded.matchAll(FRAME)) {
    rest += message.slice(from, index);
    from = index + frame.length;
  }
  const asked = rest + message.slice(from);
  return /\p{L}{2,}\P{L}+\p{L}{2,}/u.test(asked) ? asked : message;
}
