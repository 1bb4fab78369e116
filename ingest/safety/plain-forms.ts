import { fold } from '../analysis/stem.ts';

/** A text as a model may read it, where that differs from how it is written. */
export interface PlainForm {
  text: string;
  /** How it was hidden; null for the text itself, folded. */
  hidden: string | null;
}

const TAGS = /[\u{E0020}-\u{E007E}]+/gu;
// Format and control characters but white space; combining grapheme joiner and variation selectors.
const INVISIBLE = /\p{Cf}|\u034F|[\u115F\u1160\u3164\uFFA0]|[\u{FE00}-\u{FE0F}]|(?![\t\n\r])\p{Cc}/gu;
const BASE64 = /[A-Za-z0-9+/_-]{32,20000}={0,2}/g;
const ESCAPES = /[\w.,'-]{0,20}(?:%[0-9a-f]{2}[\w.,'-]{0,20}){3,}/gi;
/** Letters one by one: `I g n o r e`, `i.g.n.o.r.e`. */
const SPELLED = /(?<![\p{L}\p{N}])\p{L}(?:[ .\-_*·|/]{1,3}\p{L}(?![\p{L}\p{N}])){7,}/gu;
const ONLY_ASCII = /^[\t\n\r -~]*$/;

/** Letters of other scripts that look like a Latin one: Unicode Technical Standard #39, confusables, the common ones. */
const LOOKALIKES = new Map([
  ...Object.entries({
    а: 'a',
    в: 'b',
    с: 'c',
    ԁ: 'd',
    е: 'e',
    һ: 'h',
    н: 'h',
    і: 'i',
    ј: 'j',
    к: 'k',
    ӏ: 'l',
    м: 'm',
    о: 'o',
    р: 'p',
    ԛ: 'q',
    г: 'r',
    ѕ: 's',
    т: 't',
    ѵ: 'v',
    ԝ: 'w',
    х: 'x',
    у: 'y',
    α: 'a',
    ε: 'e',
    ι: 'i',
    κ: 'k',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
    ı: 'i',
    ɡ: 'g',
    ɑ: 'a',
    ո: 'n',
  }),
]);

const DIGITS: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/**
 * The forms in which a text is searched for orders: folded; and, where it has any, with look-alike letters, digits for
 * letters and invisible characters undone, its tag characters, percent escapes and base64 decoded. Pure; its time grows
 * with the text's length.
 */
export function plainForms(text: string): PlainForm[] {
  const tagged = ONLY_ASCII.test(text) ? '' : [...text.matchAll(TAGS)].map(([run]) => untag(run)).join(' ');
  const seen = ONLY_ASCII.test(text) ? text : text.replace(INVISIBLE, '');
  const folded = straightQuotes(fold(seen)).replace(/\ba\.i\./g, 'ai');
  const forms: PlainForm[] = [{ text: folded, hidden: null }];
  const add = (form: string, hidden: string): void => {
    if (form !== '' && form !== folded) forms.push({ text: form, hidden });
  };
  add(fold(tagged), 'invisible characters');
  add(unmixed(folded), 'look-alike letters');
  add(withoutDigits(folded), 'digits for letters');
  for (const [escaped] of seen.matchAll(ESCAPES)) add(fold(unescaped(escaped)), 'percent escapes');
  for (const [token] of seen.matchAll(BASE64)) add(fold(fromBase64(token)), 'base64');
  return forms;
}

/** Runs of letters that are spelled out one by one, joined; empty where there are none. Pure. */
export function spelledOut(text: string): string {
  return [...fold(text).matchAll(SPELLED)].map(([run]) => run.replace(/[^\p{L}]/gu, '')).join(' ');
}

const straightQuotes = (text: string) => text.replace(/[‘’´`]/g, "'").replace(/[“”«»]/g, '"');

const untag = (run: string) =>
  [...run].map((char) => String.fromCodePoint((char.codePointAt(0) ?? 0) - 0xe0000)).join('');

/** Words that mix Latin letters with others are written in Latin ones; a Russian text stays as it is. */
function unmixed(text: string): string {
  if (ONLY_ASCII.test(text)) return text;
  return text.replace(/\p{L}+/gu, (word) =>
    /[a-z]/.test(word) || [...word].every((letter) => LOOKALIKES.has(letter))
      ? [...word].map((letter) => LOOKALIKES.get(letter) ?? letter).join('')
      : word,
  );
}

function withoutDigits(text: string): string {
  return text.replace(/\b[a-z0-9@$!]*(?:[a-z][013457@$!]|[013457@$!][a-z])[a-z0-9@$!]*[a-z0-9@$]/g, (word) =>
    word.replace(/[013457@$!]/g, (sign) => DIGITS[sign] ?? sign),
  );
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** Text that was written as base64; empty where the bytes are no text with several words. */
function fromBase64(token: string): string {
  const text = Buffer.from(token, 'base64').toString('utf8');
  return /^[\p{L}\p{N}\p{P}\p{Z}\p{S}\s]+$/u.test(text) &&
    /\S\s+\S+\s+\S/.test(text) &&
    !text.includes('\uFFFD')
    ? text
    : '';
}
