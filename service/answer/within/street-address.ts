/** A number and the name of a street, or a postal code with what stands before it. */
const ADDRESS =
  /\d[^.]{0,28}(?<!\p{L})\p{Lu}[\p{L}.'’]*\s(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Ln\.?|Row|Way|Drive|Place|Square|Yard|Boulevard|Blvd\.?|Parade|Court|Quay|Hill|Close|Terrace|Steps)(?!\p{L})|\d(?:st|nd|rd|th)\s(?:Street|St|Avenue|Ave)(?!\p{L})|(?<!\p{L})(?:[Cc]alle|[Aa]venida|[Aa]v|[Pp]laza|[Pp]aseo|[Cc]\/|[Cc]oso|[Rr]ua|[Cc]amino)\.?\s\p{L}.{1,40}\d|(?<!\p{L})\p{Lu}{2}\s\d{5}(?!\d)|(?<!\p{L})[A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2}(?!\p{L})/u;

/** Whether a text holds the address of a place: a street with its number, or a postal code. English and Spanish. Pure. */
export function holdsAddress(text: string): boolean {
  return ADDRESS.test(text);
}
