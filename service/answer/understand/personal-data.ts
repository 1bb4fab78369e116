const EMAIL = /[\w.+-]+@[\w-]+\.[a-z]{2,}/iu;
/** A number that is called one, or written with a country's code. */
const PHONE =
  /(?:phone|tel[eé]fono|tel\.|call me|ll[aá]m\w+|whats\s?app|mobile|m[oó]vil)\D{0,20}\+?\d[\d\s().-]{5,}\d|\+\d{1,3}[\s.-]?\(?\d{2,4}\)?[\s.-]\d{3}/iu;
const ORDER =
  /(?<!\p{L})(?:order|pedido|booking|invoice|factura)(?: (?:number|no\.?|n[.ºo°]*|n[uú]mero))?[:\s#]*(?:[A-Z]{1,4}-?)?\d{4,}/iu;
const STREET =
  /\b\d{1,5}\s+(?:\p{Lu}\p{L}+\s){1,3}(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Lane|Drive)(?!\p{L})/u;
const STREET_ES = /(?<!\p{L})(?:calle|avenida|avda\.?|plaza|paseo|c\/)\s+\p{L}[\p{L}\s]{1,40}?,?\s+\d+/iu;
const NAME =
  /(?<!\p{L})(?:[Ii] am|[Ii]['’]m|[Mm]y name is|[Ss]oy|[Mm]e llamo|[Mm]i nombre es)\s+\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+/u;

/**
 * Whether a text tells who somebody is, where they live, how they are reached or what they ordered. For what customers
 * wrote: a store's own address and telephone are there to be told. Pure.
 */
export function holdsPersonalData(text: string): boolean {
  return [EMAIL, PHONE, ORDER, STREET, STREET_ES, NAME].some((pattern) => pattern.test(text));
}
