import type { Subject } from './spoken-subject.ts';

/** Verbs and endings before which "that" is a pronoun and not the beginning of "that jacket". */
const VERB_NEXT =
  'take|takes|cost|costs|last|lasts|work|works|expire|arrive|include|mean|apply|come|possible|free|ok|okay|allowed|refundable|available|have|has|weigh|be|is|are|get|need|fit|run|happen';
const SUBJECT = new RegExp(
  `\\b(does|do|did|is|are|was|were|will|would|can|could|should|has|have|why|if|when) (it|they|(?:that|this|those|these)(?= (?:${VERB_NEXT})\\b|\\s*[,.!?]|$))(?![\\p{L}'’])`,
  'iu',
);
const OBJECT =
  /\b(?:it|them|they|(?:that|this|those|these)(?=\s*(?:[,.!?]|$)|\s(?:to|in|on|with|for|if|from|at|after|before|by|back|when|without|take|cost|come|have|is|are)\b))(?![\p{L}'’])/iu;
const POSSESSIVE = /\b(?:its|their)\b/iu;

/** Spanish: what has no subject in its words takes it at the end, and "eso" is said. */
const SAID = /(?<!\p{L})(?:eso|esto|ést[ea]|ese|este)(?!\p{L})/iu;
const OPEN =
  /^(?:(?:a )?(?:cu[aá]nto|qu[eé] (?:precio|plazo|coste|peso|color(?:es)?|talla[s]?|garant[ií]a|material|medidas|tamaño)|cu[aá]ndo|de qu[eé](?: \p{L}+)?|es|est[aá]|tiene|viene|pesa|lleva|incluye|necesita) ?(?:cuesta[n]?|tarda[n]?|vale[n]?|dura[n]?|tiene[n]?|pesa[n]?|mide[n]?|llega[n]?|es|est[aá][n]?|caduca[n]?|hecho|hecha)?)(?: (?:gratis|gratuit[oa]|impermeables?|disponibles?|en stock|posible))?$/iu;

/** A follow-up with its pronoun replaced by what it stands for; null where none can be. Pure. */
export function resolvePronoun(clause: string, subject: Subject, locale: string): string | null {
  return locale.startsWith('es') ? resolveSpanish(clause, subject) : resolveEnglish(clause, subject);
}

function resolveEnglish(clause: string, { phrase, activity }: Subject): string | null {
  const asSubject = SUBJECT.exec(clause);
  if (asSubject !== null) {
    const [all, verb = '', pronoun = ''] = asSubject;
    // "How long does it take to get there" says by itself what takes so long.
    if (/^it$/i.test(pronoun) && /\b(?:take|possible|cost)\b.* to \p{L}+/iu.test(clause)) return null;
    if (activity && /^(?:they|those|these)$/i.test(pronoun)) return null;
    // "How do I do that" does the activity.
    if (/^(?:do|did)$/i.test(verb) && asSubject.index + all.length === clause.length) return null;
    return `${clause.slice(0, asSubject.index)}${verb} ${phrase}${clause.slice(asSubject.index + all.length)}`;
  }
  if (activity) return null;
  if (POSSESSIVE.test(clause)) return clause.replace(POSSESSIVE, `${phrase}'s`);
  return OBJECT.test(clause) ? clause.replace(OBJECT, phrase) : null;
}

function resolveSpanish(clause: string, { phrase }: Subject): string | null {
  if (SAID.test(clause)) return clause.replace(SAID, phrase);
  return OPEN.test(clause.trim()) ? `${clause.trim()} ${phrase}` : null;
}
