import { fold } from '../../../ingest/analysis/stem.ts';
import type { Vocabulary } from '../catalog/vocabulary.ts';
import { questionTerms } from '../understand/question-terms.ts';
import { isStoreTopic } from '../understand/store-topics.ts';
import { withoutLeadIn } from './lead-in.ts';

/** Words that point back to what was spoken of: English and Spanish, folded. */
const POINTS_BACK =
  /\b(?:it|its|this(?! (?:week|weekend|month|year|morning|afternoon|evening|season|spring|summer|autumn|fall|winter|christmas|\p{L}+day)\b)|they|them|their|those|these|one|ones|(?<!\b(?:is|are|was|were|will) )there|same|instead|eso|esa|ese|esto|este(?! (?:mes|ano|fin|verano|invierno|otono|lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b)|ellos|ellas|alli|ahi|mism[oa]|otr[oa]|tambien)\b|(?<!\p{L}\s)\bthat\b|\b(?:is|does|do|did|will|can|for|of|to|about|with|like|if|are|was|after|before|on|in) that\b|\b(?:lo|los|las) (?:pued|pod|tien|tengo|hay|env|vend|devuelv|compr|quier|hac|cambi)\p{L}*|\p{L}[aei]r(?:lo|la|los|las)\b|^(?:why|when|where|how long|how much|how many|how|por que|cuando|donde|cuanto|cuantos|como)[\s?]*$|^(?:what|and)? ?(?:if|y si|si) /u;
/** What any thing has: asked for by itself it is something's that was spoken of. */
const GENERIC = new Set(
  `amount price cost time size sizes weight color colors colour colours limit deadline fee fees minimum maximum largest smallest
biggest longest shortest highest lowest most least length width height material dimensions measurements capacity long much
heavy big tall wide deep fast expensive cheap left available stock difference better best
precio coste costo tiempo talla tallas peso color colores limite plazo minimo maximo mayor menor medidas material capacidad
importe cuesta cuestan tarda tardan vale pesa mide dura diferencia mejor disponible stock hora abre cierra largo ancho alto`.split(
    /\s+/,
  ),
);

/** A question with this many topic words may lean on the one before if it points back; a fragment with no more leans. */
const MOST_POINTING = 4;
const MOST_FRAGMENT = 2;
/** A whole question has a verb: "Do gift cards expire?" stands alone, "gift cards?" does not. */
const WHOLE =
  /^(?:do|does|did|is|are|was|can|could|will|would|should|have|has|may|what (?:is|are|does|do|kind|if|about)|what['’]s|how (?:do|does|can|long|much|many|often|far|old)\b.+|which|who|where (?:is|are|do|can)|when (?:do|does|is|are|will)|why (?:do|does|is|are)|i|we|my|tell me|show me|se|hay|tien\p{L}+|tenei?s|puedo|pued\p{L}+|acept\p{L}+|envi\p{L}n|venden|cual\p{L}* (?:es|son)|que (?:es|son|pasa|\p{L}+ tien)|como (?:puedo|se|hago)|cuanto (?:cuesta|tarda|dura)|donde (?:esta|estan|puedo)|cuando (?:abren|llega|se))(?![\p{L}])/u;

/** Whether a message is a sentence by itself, with a verb of its own. */
export function isWhole(message: string): boolean {
  return WHOLE.test(fold(withoutLeadIn(message)));
}

/** Whether a question needs the one before it to be understood. Pure. */
export function leansBack(question: string, locale: string, vocabulary: Vocabulary): boolean {
  const rest = withoutLeadIn(question);
  const folded = fold(rest);
  const topics = questionTerms(rest, locale);
  if (topics.length <= MOST_POINTING && POINTS_BACK.test(folded)) return true;
  if (topics.every(({ word }) => GENERIC.has(fold(word)))) return true;
  const ownTopic = topics.some((term) => isStoreTopic(term) || vocabulary.kinds.has(term.lexeme));
  if (WHOLE.test(folded)) return false;
  return topics.length <= MOST_FRAGMENT && !ownTopic;
}
