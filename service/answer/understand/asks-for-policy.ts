import { fold } from '../../../ingest/analysis/stem.ts';

const SUBJECT =
  '(?:returns?|refunds?|exchanges?|shipping|delivery|deliveries|warranty|guarantee|repairs?|cancellations?|financing|subscriptions?|devoluciones|devolucion|cambios?|envios?|entregas?|garantia|reparaciones|cancelaciones|reembolsos?|financiacion|suscripcion(?:es)?)';
const ASKS = new RegExp(
  String.raw`(?<!\p{L})(?:polic(?:y|ies)|terms and conditions|politicas?|condiciones de|normas de)(?!\p{L})|\bhow (?:do|does) (?:your |the )?(?:\p{L}+ )?${SUBJECT} work|^\W*(?:tell me|info|information|explain|cuentame|hablame|informacion)\b.{0,20}\b${SUBJECT}\W*$|(?<!\p{L})como funcionan? (?:l[ao]s?|el|vuestr[oa]s?|sus?|tus?) (?:\p{L}+ )?${SUBJECT}(?!\p{L})`,
  'u',
);

/** Whether a question asks for the rules of something as a whole, rather than for one of them. Pure. */
export function asksForPolicy(question: string): boolean {
  return ASKS.test(fold(question));
}
