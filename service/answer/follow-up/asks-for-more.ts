import { foldInPlace } from './fold-in-place.ts';

const MORE =
  /^[\s¿¡]*(?:(?:ok|okay|yes|yeah|and|so|please|y|si|vale),?\s)*(?:(?:can|could|may) (?:you|i) )?(?:(?:please )?(?:show|give|list|see|get)(?: me| us)?\s|(?:do you have|have you got|you have|got|are there|is there|there are)\s|(?:muestra|ensena|dame|quiero ver|ver|puedo ver|a ver|hay|tienes|tienen|teneis|que)\p{L}*\s)*(?:(?:some|any|a few|the|l[oa]s|algun[oa]s?)\s)?(?:(?:more|rest|remaining|next|others|other (?:ones|options|models|products|choices)|different ones|what else|mas|otr[oa]s|resto|demas|siguientes?)(?:\s(?:ones|options|choices|products|results|models|of (?:them|these|those)|there are|do you have|have you got|is there|opciones|modelos|productos|resultados|hay|tien\p{L}+|tenes))?)(?:\s(?:please|por favor|porfa))?[\s?.!]*$/u;

/** Whether a message asks for what comes after the things that a list has shown: "show me more", "¿hay más?" Pure. */
export function asksForMore(message: string): boolean {
  return message.length <= LONGEST && MORE.test(foldInPlace(message).toLowerCase());
}
const LONGEST = 60;
