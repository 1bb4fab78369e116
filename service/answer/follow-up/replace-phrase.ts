import { foldInPlace } from './fold-in-place.ts';
import { findPlaces } from './places.ts';
import { append } from './replace-value.ts';

const PREPOSITION =
  /^(?:for|from|with|without|to|by|during|before|after|on|at|in|para|desde|con|sin|hasta|durante|antes de|despues de|por|en|a)\s+(?!(?:que|cual(?:es)?|quien(?:es)?|cuant[oa]s?|what|which|who|how)(?!\p{L}))(?=\S)/u;
/** After these another phrase is another value; after the others it may say something else ("in a week", "in red"). */
const REPLACEABLE = /^(?:for|from|with|without|para|desde|con|sin)$/u;
const TOWARDS = /^(?:to|a|hasta)$/u;
const SENDS = /\b(?:ship|deliver|send|post|mail|envi|mand|entreg|repart|llega)\p{L}*/u;

/** "and for sale items?", "and to Gondor?": a phrase in the place of the one that begins alike, or added. Pure. */
export function replacePhrase(question: string, fragment: string, locale: string): string | null {
  const folded = foldInPlace(fragment);
  const preposition = PREPOSITION.exec(folded)?.[0].trim();
  // "A" is Spanish for "to": "a cleaver" is a thing.
  if (preposition === undefined || (preposition === 'a' && !locale.startsWith('es'))) return null;
  const asked = foldInPlace(question);
  const body = asked.replace(/[\s?.!]+$/, '');
  const at = [...body.matchAll(new RegExp(`(?<!\\p{L})${preposition} (?=\\S)`, 'gu'))].at(-1)?.index;
  const same =
    at !== undefined &&
    (REPLACEABLE.test(preposition) ||
      (TOWARDS.test(preposition) && SENDS.test(asked)) ||
      (isName(fragment, preposition) && isName(question.slice(at), preposition)));
  if (!same) return inPlaceOfPlace(question, fragment, preposition) ?? append(question, fragment);
  const rest = body.slice(at + preposition.length + 1);
  const next = /\s(?:for|from|with|without|to|by|in|if|when|under|over|para|desde|con|sin|en|si|por)\s/u.exec(
    rest,
  );
  const end = next === null ? body.length : at + preposition.length + 1 + next.index;
  return question.slice(0, at) + fragment + question.slice(end);
}

const LOCATIVE = /^(?:to|from|in|on|at|a|en|desde)$/u;
const BEFORE_PLACE = /(?:to|from|in|on|at|for|a|en|para|desde)\s+$/iu;

/** "To the islands up in Scotland" after "… on the English mainland?": one place stands for the other, however it is put. */
function inPlaceOfPlace(question: string, fragment: string, preposition: string): string | null {
  const place = findPlaces(question).at(-1);
  if (place === undefined || !LOCATIVE.test(preposition) || findPlaces(fragment).length === 0) return null;
  const before = question.slice(0, place.start);
  const lead = BEFORE_PLACE.exec(before);
  return lead === null ? null : before.slice(0, lead.index) + fragment + question.slice(place.end);
}

const ENGLISH =
  /^((?:do|does|can|could|will|would|may|should) (?:you|i|we|they)(?: also| still| even)? \p{L}+ (?:any )?)(?!(?:to|for|from|with|without|in|on|at|by|after|before|if|until)\s)(.+?)((?: (?:for|to|from|with|without|in|on|at|by|after|before|if|that|under|over|between|within|until)\s.*)?[\s?.!]*)$/iu;
function isName(phrase: string, preposition: string): boolean {
  return /^\s\p{Lu}/u.test(phrase.slice(preposition.length));
}

/** "Is delivery free?": what something simple is said of. */
const IS =
  /^((?:is|are) (?:the |your )?)(?!(?:there|it|that|this|they|you|we|i|he|she)\b)(.+?)( \p{L}+[\s?.!]*)$/iu;
const SPANISH =
  /^(¿?(?:(?:me )?(?:puedo|podemos|se puede|se pueden|podr[ií]a) \p{L}+r|acept\p{L}+|admit\p{L}+|vend\p{L}+|tien\p{L}+|ten[eé]is|hay|repar\p{L}+|ofre\p{L}+|alquil\p{L}+) )(?!(?:a|para|de|con|sin|en|desde)\s)(.+?)((?: (?:para|de|con|sin|en|desde|a|si|por|hasta)\s.*)?[\s?.!]*)$/iu;

/** "What about sale items?" after "Can I return worn boots?": the thing that something is asked of. Pure. */
export function replaceThing(question: string, fragment: string, locale: string): string | null {
  if (/\b(?:one|ones|it|them|that|those|this|these|u?n[oa]s?|otr[oa]s?)\b|\d/iu.test(fragment)) return null;
  if (fragment.split(/\s+/).length > 5 || /^(?:if|when|unless|although|si|cuando|aunque)\s/iu.test(fragment))
    return null;
  const asked = question.trim();
  const match = locale.startsWith('es') ? SPANISH.exec(asked) : (ENGLISH.exec(asked) ?? IS.exec(asked));
  if (match === null) return null;
  const [, start = '', , end = ''] = match;
  const several = /[^s]s$/i.test(fragment);
  return `${several ? start.replace(/^is /i, 'Are ') : start}${fragment}${end}`;
}
