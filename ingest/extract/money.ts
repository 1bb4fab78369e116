/** An amount in units of its currency, not in cents. */
export interface Money {
  amount: number;
  /** ISO 4217, upper case; null when the text names none. */
  currency: string | null;
}

const isoCodes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
/** Currencies with thousandths (ISO 4217), whose `1.299` is less than two. */
const threeDecimals: ReadonlySet<string> = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

// Longest first: `US$` before `$`. Signs that several currencies share come last, with the most common one.
const signs: readonly (readonly [string, string])[] = [
  ...(['US', 'U.S. '] as const).map((prefix) => [`${prefix}$`, 'USD'] as const),
  ['CA$', 'CAD'],
  ['C$', 'CAD'],
  ['AU$', 'AUD'],
  ['A$', 'AUD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['NT$', 'TWD'],
  ['S$', 'SGD'],
  ['MX$', 'MXN'],
  ['R$', 'BRL'],
  ['S/', 'PEN'],
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
  ['Ft', 'HUF'],
  ['CN¥', 'CNY'],
  ['JP¥', 'JPY'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['₪', 'ILS'],
  ['₽', 'RUB'],
  ['₦', 'NGN'],
  ['₱', 'PHP'],
  ['¥', 'JPY'],
  ['$', 'USD'],
];
/** Signs that say less than a currency: the document's own decides. */
const shared: Readonly<Record<string, RegExp>> = {
  $: /^(?:USD|CAD|AUD|NZD|HKD|SGD|TWD|MXN|ARS|CLP|COP|UYU|DOP|BMD|BBD|BSD|BZD|FJD|JMD|KYD|LRD|NAD|TTD)$/,
  '¥': /^(?:JPY|CNY)$/,
  '£': /^(?:GBP|EGP|GIP|FKP|SHP)$/,
};

const number = /\d(?:[\d.,'’\s\u00A0\u202F]*\d)?/gu;

/**
 * Reads one amount of money as pages, feeds and structured data write it: `$129`, `129.00 USD`, `1.299,00 €`, `1,299.00`,
 * `₹1,29,900`, `CHF 1'299.–`. A separator before exactly three digits groups thousands, save in currencies that have thousandths.
 * @param value text, or a number, which is taken as it is
 * @param currency ISO 4217 code that holds where the text names no currency, or a sign that several share
 * @returns null for text without an amount, with two different ones (a range) or with a negative one
 */
export function parseMoney(value: unknown, currency?: string | null): Money | null {
  const fallback = currencyCode(currency);
  if (typeof value === 'number')
    return Number.isFinite(value) && value >= 0 ? { amount: value, currency: fallback } : null;
  if (typeof value !== 'string' || value.length > 200) return null;
  const text = value.normalize('NFC').trim();
  const code = currencyOf(text, fallback);
  const amounts = new Set<number>();
  for (const match of text.matchAll(number)) {
    if (/(?:^|\s)[-−]\p{Sc}?$/u.test(text.slice(0, match.index)) && amounts.size === 0) return null;
    const amount = parseAmount(match[0], code);
    if (amount === null) return null;
    amounts.add(amount);
  }
  const [amount] = amounts;
  return amount === undefined || amounts.size > 1 ? null : { amount, currency: code };
}

/** The currency that a code, a sign or a text with either names; `fallback` where it names none or a shared sign. */
function currencyOf(text: string, fallback: string | null): string | null {
  for (const word of text.match(/(?<!\p{L})\p{L}{3}(?!\p{L})/gu) ?? []) {
    const code = currencyCode(word);
    if (code) return code;
  }
  for (const [sign, code] of signs) {
    if (!text.includes(sign)) continue;
    return fallback && shared[sign]?.test(fallback) ? fallback : code;
  }
  return fallback;
}

/** An ISO 4217 code in upper case; null for what is none. */
export function currencyCode(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const code = text.trim().toUpperCase();
  return isoCodes.has(code) ? code : null;
}

function parseAmount(digits: string, currency: string | null): number | null {
  const compact = digits.replace(/['’\s\u00A0\u202F]/gu, '');
  const separators = compact.match(/[.,]/g) ?? [];
  const last = separators.at(-1);
  if (last === undefined) return Number(compact);
  const decimals = compact.length - compact.lastIndexOf(last) - 1;
  const groups =
    separators.length > 1
      ? separators.every((separator) => separator === last)
      : decimals === 3 && !compact.startsWith('0') && !threeDecimals.has(currency ?? '');
  const plain = groups
    ? compact.replace(/[.,]/g, '')
    : `${compact.slice(0, compact.lastIndexOf(last)).replace(/[.,]/g, '')}.${compact.slice(compact.lastIndexOf(last) + 1)}`;
  const amount = Number(plain);
  return Number.isFinite(amount) ? amount : null;
}

/** Countries of the American Spanish currencies: Mexico's pesos are "$1,299.00" there, and "1299,00 MXN" to Spain. */
const AMERICAN = 'ARS BOB CLP COP CRC DOP GTQ HNL MXN NIO PAB PEN PYG UYU VES';
const LOCALES_OF_MONEY: ReadonlyMap<string, string> = new Map(
  AMERICAN.split(' ').map((currency) => [`es ${currency}`, `es-${currency.slice(0, 2)}`]),
);

/**
 * Writes an amount as the locale does, and of Spanish without a country as the currency's own does: `$129.00`, `129,00 €`. White space is plain, so that a typed price finds it.
 * @param locale BCP 47; English where it is none
 */
export function formatMoney(amount: number, currency: string | null, locale: string): string {
  const written = currency === null ? locale : (LOCALES_OF_MONEY.get(`${locale} ${currency}`) ?? locale);
  const options: Intl.NumberFormatOptions =
    currency === null
      ? { minimumFractionDigits: Number.isInteger(amount) ? 0 : 2, maximumFractionDigits: 2 }
      : { style: 'currency', currency };
  return write(amount, written, options);
}

/**
 * Writes a number with at most one decimal as the locale does: `4.6`, `4,6`.
 * @param locale BCP 47; English where it is none
 */
export function formatNumber(value: number, locale: string): string {
  return write(value, locale, { maximumFractionDigits: 1 });
}

/** Making one takes some 40 times as long as using it. */
const formats = new Map<string, Intl.NumberFormat>();
/** Locales are what pages say of themselves, so that there is no end of them. */
const MOST_FORMATS = 500;

function write(value: number, locale: string, options: Intl.NumberFormatOptions): string {
  const key = JSON.stringify([locale, options]);
  const format = formats.get(key) ?? makeFormat(locale, options);
  if (formats.size >= MOST_FORMATS) formats.clear();
  formats.set(key, format);
  return format.format(value).replace(/[\u00A0\u202F]/gu, ' ');
}

function makeFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(locale, options);
  } catch {
    return new Intl.NumberFormat('en', options);
  }
}
