const BASE64 = /[A-Za-z0-9+/]{24,}={0,2}/g;
const INVISIBLE = /\p{Cf}/gu;
/** Letters of other scripts that look like Latin ones. */
const LOOKS_LIKE: Record<string, string> = Object.fromEntries(
  [...'аaеeоoрpсcхxуyіiОOАAΙIοo'.matchAll(/(.)(.)/gu)].map(([, other = '', latin = '']) => [other, latin]),
);
const LEET: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's' };
const ENTITIES: Record<string, string> = { quot: '"', laquo: '«', raquo: '»', iexcl: '¡', amp: '&' };

/** A text and what a clever model reads out of it: without invisible characters, decoded, in plain letters. */
export function readableForms(text: string): string[] {
  const plain = [...text.replace(INVISIBLE, '').normalize('NFKC')]
    .map((letter) => LOOKS_LIKE[letter] ?? letter)
    .join('')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name) => ENTITIES[name] ?? whole);
  const decoded = [...plain.matchAll(BASE64)].map(([code]) => Buffer.from(code, 'base64').toString('utf8'));
  const isReadable = (one: string) => /^[\p{L}\p{N}\p{P}\p{Z}\p{S}]+$/u.test(one);
  return [
    plain,
    ...decoded.filter(isReadable),
    ...(/rot13/i.test(plain) || /\b(?:gur|naq|fnl)\b/.test(plain) ? [plain.replace(/[a-z]/gi, rotate)] : []),
    ...(/\p{L}[01345]\p{L}/u.test(plain) ? [plain.replace(/[01345]/g, (digit) => LEET[digit] ?? digit)] : []),
  ];
}

function rotate(letter: string): string {
  const base = letter <= 'Z' ? 65 : 97;
  return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
}
