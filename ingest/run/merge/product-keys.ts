import { normalizeUrl } from '../../crawl/normalize-url.ts';

/**
 * A GTIN in its 14-digit form, in which a UPC-A and the EAN-13 of the same article are equal (GS1 General
 * Specifications, sections 3.3.2 and 7.9: a number is filled with zeros on the left, its last digit is a check digit).
 * An ISBN-10 is read as the ISBN-13 that it became (ISBN Users' Manual, section 4).
 * @returns null for what is no GTIN: another length, a wrong check digit, one digit repeated.
 */
export function gtinKey(text: string | null): string | null {
  const digits = (text ?? '').replace(/[\s'’-]/g, '').toUpperCase();
  if (/^\d{9}[\dX]$/.test(digits)) {
    const stem = `978${digits.slice(0, 9)}`;
    return isIsbn10(digits) ? `0${stem}${checkDigit(stem)}` : null;
  }
  if (!/^(?:\d{8}|\d{12,14})$/.test(digits) || /^(\d)\1*$/.test(digits)) return null;
  return checkDigit(digits.slice(0, -1)) === Number(digits.at(-1)) ? digits.padStart(14, '0') : null;
}

/** GS1's check digit: weights 3 and 1 from the right, modulo 10. */
function checkDigit(digits: string): number {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

/** Weights 10 to 1, modulo 11, where X is ten. */
function isIsbn10(digits: string): boolean {
  const sum = [...digits].reduce(
    (total, digit, at) => total + (digit === 'X' ? 10 : Number(digit)) * (10 - at),
    0,
  );
  return sum % 11 === 0;
}

/** A SKU as it is compared: without case and white space around it; null for an empty one. */
export function skuKey(sku: string | null): string | null {
  const key = (sku ?? '').trim().toLowerCase();
  return key === '' ? null : key;
}

/** A page's URL as it is compared: without fragment and tracking parameters; null for what opens no page. */
export function urlKey(url: string): string | null {
  return (
    normalizeUrl(url)
      ?.replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/\/$/, '') ?? null
  );
}
