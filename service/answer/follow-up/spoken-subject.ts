/** What a question asks about, as a phrase that can take a pronoun's place. */
export interface Subject {
  phrase: string;
  /** Something that is done ("shipping to Spain"): it takes time or costs, but cannot be moved or worn. */
  activity: boolean;
}

const MOST_WORDS = 9;
const PRONOUN =
  /^(?:it|that|this|they|them|those|these|there|you|i|we|he|she|one|any|some|eso|esto|se|me|lo|la|los|las)(?![\p{L}])|\b(?:it|that|they|them)\b/iu;

type Build = (...groups: string[]) => Subject | null;
const thing: Build = (phrase = '') => ({ phrase, activity: false });

/** English: patterns of whole questions without their mark. */
const ENGLISH: [RegExp, Build][] = [
  [/^(?:do|can|could|would|will) (?:you|i|we|they) (?:also |still |even )?(ship|deliver|post|mail|send)(?: (.+))?$/i, (verb = '', rest = '') => ({ phrase: `${/deliver/i.test(verb) ? 'delivery' : 'shipping'}${rest ? ` ${rest}` : ''}`, activity: true })],
  [/^(?:do|can|could|would|will) (?:you|i|we|they) (?:also |still |even )?(?:offer|have|sell|carry|stock|accept|provide|make|do|get|buy) (?:any )?(.+)$/i, thing],
  [/^(?:can|could|may|do|should|how (?:do|can|would|should)) (?:i|you|we) (?:also |still |even )?(\p{L}+) (.+)$/iu, (verb = '', rest = '') => { const doing = gerund(verb); return doing === null ? null : { phrase: `${doing} ${rest}`, activity: true }; }],
  [/^(?:how (?:long|much|many \p{L}+|soon|fast|often|expensive)|when|what|why) (?:does|do|did|will|would|can) (.+?) (?:take|cost|last|arrive|expire|open|close|begin|start|weigh|work)$/iu, thing],
  [/^(?:how (?:long|much|expensive|fast)|when|what|where)(?: is| are|['’]s) (?:the (?:price|cost) of )?(.+)$/iu, thing],
  [/^(?:do|does|did|will) (.+?) (?:expire|cost|include|need|work|apply|last|require)(?: .+)?$/i, thing],
  [/^(?:is|are) (.+?) (?:free|possible|available|included|refundable|insured|expensive|taxed)$/i, thing],
]; // biome-ignore format: a table

const SPANISH: [RegExp, Build][] = [
  [/^(?:me )?(?:env[ií]an?|envi[aá]is|env[ií]as|mandan|mand[aá]is|hacen env[ií]os|hac[eé]is env[ií]os)(?: (.+))?$/iu, (rest = '') => ({ phrase: `el envío${rest ? ` ${rest}` : ''}`, activity: true })],
  [/^(?:entregan|entreg[aá]is|reparten|repart[ií]s)(?: (.+))?$/iu, (rest = '') => ({ phrase: `la entrega${rest ? ` ${rest}` : ''}`, activity: true })],
  [/^(?:cu[aá]nto|qu[eé]) (?:cuestan?|tardan?|valen?|duran?)(?: en llegar)? (.+)$/iu, thing],
  [/^(?:cu[aá]l(?:es)?|cu[aá]nto) (?:es|son) (.+)$/iu, thing],
  [/^(?:puedo|podemos|se puede) (\p{L}+[aei]r) (.+)$/iu, (verb = '', rest = '') => ({ phrase: `${verb} ${rest}`, activity: true })],
  [/^(?:tienen|ten[eé]is|tienes|venden|vend[eé]is|hay|ofrecen|ofrec[eé]is|aceptan|acept[aá]is) (.+)$/iu, thing],
]; // biome-ignore format: a table

/**
 * What a question asks about: "shipping to Spain" of "Do you ship to Spain?", "standard shipping" of "how long is standard
 * shipping". Pure.
 * @param question without its marks.
 * @returns null where its form does not tell, or where it has no subject of its own.
 */
export function spokenSubject(question: string, locale: string): Subject | null {
  for (const [pattern, build] of locale.startsWith('es') ? SPANISH : ENGLISH) {
    const match = pattern.exec(question.trim());
    if (match === null) continue;
    const subject = build(...match.slice(1).map((group) => group ?? ''));
    if (subject === null || subject.phrase === '') continue;
    if (PRONOUN.test(subject.phrase) || subject.phrase.split(/\s+/).length > MOST_WORDS) return null;
    return subject;
  }
  return null;
}

/** Verbs whose last letter is doubled or dropped before -ing. */
const NO_ACTIVITY = new Set('be know need want like love think mean see hear believe find'.split(' '));

function gerund(verb: string): string | null {
  const plain = verb.toLowerCase();
  if (NO_ACTIVITY.has(plain)) return null;
  if (/[^aeiou]e$/.test(plain)) return `${plain.slice(0, -1)}ing`;
  if (/^[^aeiou]*[aeiou][bdgmnprt]$/.test(plain)) return `${plain}${plain.at(-1)}ing`;
  return `${plain}ing`;
}
