import type { SourceDocument } from './source-document.ts';

const MANY = String.raw`(?:\(?\d[\d.,]*\)?\s*)?`;
const WHOSE_EN = String.raw`(?:(?:our|all|latest|recent|top|verified|read|see|product|customers?['’]?s?['’]?|shoppers?['’]?|buyers?['’]?|users?['’]?|guests?['’]?|client|community|what|the|and|&|\+|google|trustpilot|ratings)\s+)*`;
const OF_WHAT = String.raw`(?:\s*[-–:,]?\s*\(?\d[\d.,]*\)?|\s+(?:for|from|of|by|about|de|del|sobre|para)\s+.{1,80}|\s*(?:&|and|y|\/)\s*(?:ratings?|reviews?|testimonials?|valoraciones|opiniones|q\s?&\s?a|comentarios|comments))*`;
const OPINIONS_EN = String.raw`(?:reviews?|testimonials?|feedback from (?:our )?customers|comments?|(?:questions?|q\s?&\s?a)(?: and answers?)? (?:from|by) (?:customers|shoppers|the community|other customers)|(?:customer|community|user|shopper)s?['’]?s? (?:questions?|q\s?&\s?a|answers?|photos|stories|feedback|opinions)(?:\s*(?:&|and)\s*answers)?)`;
const SAYING =
  '(?:what (?:our |other |the |your )?(?:customers?|clients?|people|others?|buyers?|shoppers?|guests|fans) (?:are saying|say|said|think|wrote|have to say).{0,40}|(?:lo|esto|qué|que) (?:que )?(?:dicen|opinan|piensan) (?:de nosotros|(?:nuestr[oa]s|l[oa]s|otr[oa]s) (?:clientes?|clientas|usuarios|compradores)).{0,40}|(?:they|people) (?:say|love) (?:about )?us|customers? who bought this said)';
const OPINIONS_ES =
  '(?:(?:las |nuestras |los |últimas |todas las )*(?:opiniones|opinión|reseñas?|resenas?|valoraciones|testimonios?|comentarios?|preguntas (?:de|y respuestas de) (?:los |otros |la )?(?:clientes|usuarios|compradores|comunidad)))(?: (?:verificad[oa]s|recientes|de (?:los |las |nuestr[oa]s )?(?:clientes|clientas|usuarios|compradores|producto|google)))*';

/** Headings that name nothing but what customers wrote; "Review policy" or "Can I leave a review?" are the store's words. */
const OPINIONS = new RegExp(
  `^(?:★+\\s*)?(?:${MANY}${WHOSE_EN}${OPINIONS_EN}${OF_WHAT}|${MANY}${OPINIONS_ES}${OF_WHAT}|${SAYING})[:.!?]*$`,
  'iu',
);

/** Whether a heading, or the title of a page, says that customers wrote what stands below it. Pure. */
export function headsOpinions(heading: string): boolean {
  return heading.length <= LONGEST && OPINIONS.test(heading.trim());
}

const LONGEST = 120;

/** Gives a document's sections to customers where its title or a heading says so. Pure. */
export function markVoices(document: SourceDocument): SourceDocument {
  const whole = document.title.split(/\s+[|–—·-]\s+/).some(headsOpinions);
  const sections = document.sections.map((section) =>
    section.shape !== 'facts' && (whole || section.heading.some(headsOpinions))
      ? { ...section, voice: 'customer' as const }
      : section,
  );
  return { ...document, sections };
}
