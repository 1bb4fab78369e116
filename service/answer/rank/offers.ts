import { fold } from '../../../ingest/analysis/stem.ts';

/** A discount, a code, or something that is given for nothing. English and Spanish, folded. */
const OFFER = new RegExp(
  [
    String.raw`\d\s?%\s?(?:off|cheaper|less|discount|de (?:descuento|rebaja)|dto|menos|mas barat[oa]s?)\b`,
    String.raw`\b(?:discount|promo(?:tion(?:al)?)?|coupon|voucher)s? codes?\b|\bcodigos? (?:de descuento|promocional(?:es)?)\b`,
    String.raw`\b(?:with|use|using|enter|apply|con|usa|usando|usad|introduce) (?:the |my |this |el |mi |este )?(?:code|coupon|voucher|codigo|cupon|vale)\b`,
    String.raw`\bfree (?:returns?|shipping|delivery|gifts?|exchanges?)\b|\b(?:returns?|shipping|delivery|exchanges?) (?:is|are|was|were) (?:always |now |completely )?free\b`,
    String.raw`\b(?:devolucion(?:es)?|envios?|cambios?)\b[^.!?\n]{0,30}\bgratis\b`,
  ].join('|'),
);
/** `SAVE20`, as codes are written: capitals, then digits. */
const CODE = /\b(?:with|use|con|usa)\s+[A-Z]{3,}\d{1,3}\b/i;

/**
 * Whether a text tells of a discount, a code or something free. It holds as long as the store says so on a page of today:
 * what a customer or an old article says of it is nobody's offer. Pure.
 */
export function tellsOfOffer(text: string): boolean {
  return OFFER.test(fold(text)) || CODE.test(text);
}
