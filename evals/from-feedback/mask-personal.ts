/** Most specific first: an address holds what looks like a number. */
const MASKS: [RegExp, string][] = [
  // A date reads like a short phone number; it stays.
  [/\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})\b/gu, '$&'],
  [/[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, 'shopper@example.com'],
  [/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/gu, 'XX00 0000 0000 0000'], // IBAN, ISO 13616
  [/(?<![\d.,])\d(?:[ -]?\d){12,18}(?![\d.,]\d)/gu, '0000 0000 0000 0000'], // payment card, ISO/IEC 7812
  [
    /(?<=(?:order|tracking|parcel|invoice|customer|repair|case|ticket|pedido|env[ií]o|seguimiento|factura|cliente|reparaci[oó]n|n[uú]mero|number|no\.|n\.?º|nº|#)(?:\s*(?:number|n[uú]mero|no\.?|n\.?º|nº|id|code|c[oó]digo|is|es|:|#))*\s*)(?=[\p{Lu}\d-]*\d)[\p{Lu}\d][\p{Lu}\d-]{3,}/giu,
    'A-00000',
  ],
  [
    /(?<![\p{L}\d.,$€£])(?:\+\d{1,3}[ .-]?|00\d{2}[ .-]?)?(?:\(\d{1,4}\)[ .-]?)?\d{2,4}(?:[ .-]?\d{2,4}){2,4}(?![\d.,]*\d)(?![\p{L}%€$£])/gu,
    '+1 555 0100',
  ],
  // Letters and digits in one word of eight or more, as codes of parcels are.
  [
    /(?<![\p{L}\p{N}-])(?=[A-Z0-9-]*\d[A-Z0-9-]*\d[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{7,}(?![\p{L}\p{N}-])/gu,
    'A-00000',
  ],
];
/**
 * Text without what tells who wrote it: e-mail addresses, phone numbers, bank and card numbers, numbers of orders and parcels.
 * What stands in their place is of the same kind, so that a question can still be asked. Prices, dates and sizes stay. Names
 * and postal addresses are not found. Pure.
 */
export function maskPersonal(text: string): string {
  const masks: string[] = [];
  // What stands in a place already is not looked at again: marks without letters or digits hold it.
  const hold = (mask: string) => `\uE000${'\uE002'.repeat(masks.push(mask))}\uE001`;
  const held = MASKS.reduce(
    (rest, [pattern, mask]) => rest.replace(pattern, (found) => hold(mask === '$&' ? found : mask)),
    text.replace(/[\uE000-\uE002]/gu, ''),
  );
  return held.replace(/\uE000(\uE002+)\uE001/gu, (_, count: string) => masks[count.length - 1] ?? '');
}
