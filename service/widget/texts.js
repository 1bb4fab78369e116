import { english } from './english.js';
import { formatHours } from './format-hours.js';
import { spanish } from './spanish.js';

/**
 * What a chat says, and how it writes dates and prices.
 * @param wanted BCP 47 languages, the most wanted first; English where none of them is spoken
 */
export function speak(wanted) {
  const tag = wanted.find((each) => /^(en|es)(-|$)/i.test(each)) ?? 'en';
  const language = tag.slice(0, 2).toLowerCase();
  // A variant of the language, such as en-GB, writes dates and prices as its reader expects.
  const variants = [tag, ...navigator.languages].filter((each) => each.toLowerCase().startsWith(language));
  const locale = Intl.getCanonicalLocales(variants.find((each) => each.length > 2) ?? language)[0];

  const formatDate = (iso) => {
    const date = new Date(iso);
    if (Number.isNaN(date.getTime())) return iso;
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(date);
  };
  const formatPrice = (amount, currency) => {
    try {
      return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
    } catch {
      return `${amount} ${currency ?? ''}`.trim();
    }
  };
  const texts = language === 'es' ? spanish : english;
  return {
    ...{ language, texts, formatDate, formatPrice },
    formatHours: (hours) => formatHours(hours, { locale, texts, formatDate }),
  };
}
