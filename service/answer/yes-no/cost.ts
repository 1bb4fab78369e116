import { fold } from '../../../ingest/analysis/stem.ts';

/** Who bears the cost of something: nobody but the store (`free`), or the shopper (`charged`). */
type Cost = 'free' | 'charged';

const FREE = /(?<![\p{L}-])(?:free(?! (?:of|from)\b)|gratis|gratuit[oa]s?|gratuitamente)(?!\p{L})/u;
const PAID_BY_STORE =
  /(?<!\p{L})(?:we|our store|the store|nosotros|la tienda) (?:will |also |always |do )?(?:pay|cover|bear|refund)s?(?!\p{L})|(?<!\p{L})(?:pagamos|cubrimos|asumimos|a nuestro cargo|por nuestra cuenta|pagais|asumis)(?!\p{L})/u;
const PAID_BY_SHOPPER =
  /(?<!\p{L})(?:you|customers?|buyers?|the customer) (?:will |must |have to |need to |do )?(?:pay|cover|bear)s?(?!\p{L})|(?<!\p{L})(?:pagas|pagues|debes pagar|(?:tengo|tenemos|hay) que pagar|se paga|a (?:tu|su) cargo|por (?:tu|su) cuenta|a cargo del cliente|cliente (?:paga|asume))(?!\p{L})/u;
const CHARGE =
  /(?<!\p{L})(?:fees?|charges?|charged|surcharges?|costs? (?:extra|anything|something|money)|extra (?:cost|charge)|cobra(?:n|is|mos|r)?|recargo|comision|coste adicional|pago adicional|tiene (?:coste|costo)|con coste)(?!\p{L})/u;
const AMOUNT_COSTS =
  /(?<!\p{L})(?:costs?|is|are|price|for|cuesta[n]?|es de|son|vale[n]?|precio)\s?(?:de |:\s)?(?:only |just |solo )?(?:[$€£]\s?[1-9]|[1-9][\d.,]*\s?(?:[$€£]|euros?|dollars?|usd|eur))/u;

/** What a text, folded and as `plainPhrases` leaves it, says or asks of a cost; null for nothing, or for both. */
export function readCost(text: string): Cost | null {
  const folded = fold(text);
  const free = FREE.test(folded) || PAID_BY_STORE.test(folded);
  const charged = CHARGE.test(folded) || PAID_BY_SHOPPER.test(folded) || AMOUNT_COSTS.test(folded);
  return free === charged ? null : free ? 'free' : 'charged';
}

/** Whether a word only says what something costs. */
export function isCostWord(word: string): boolean {
  return /^(?:free|gratis|gratuit[oa]s?|gratuitamente|fees?|charges?|charged|charging|surcharges?|costs?|extra|pay|pays|paid|paying|cover|covers|prices?|cobr\p{L}*|pag(?:as?|ar|amos|ais|an|o)|recargo|comision|coste|costo|gastos?|tarifa|precio|anything|money|anadido|adicional|cargo|tengo|cuenta|bear|refund)$/u.test(
    fold(word),
  );
}
