import { fold } from '../../../ingest/analysis/stem.ts';
import type { Turn } from '../../../sql/answers.ts';
import { append } from './replace-value.ts';

/**
 * The question before with the option that the shopper chose of those offered: "M" or "the red ones". Pure.
 * @returns null where nothing was offered, or the message is none of it.
 */
export function applyChoice(
  question: string,
  message: string,
  clarify: Turn['clarify'],
  locale: string,
): string | null {
  if (clarify === null || message.length > 60) return null;
  const said = plain(message);
  const option = clarify.options.find((one) => plain(one) === said);
  if (option === undefined) return null;
  return append(question, phrase(clarify.attribute, option, locale.startsWith('es')));
}

/** Without what is said around an option. */
function plain(text: string): string {
  return fold(text)
    .replace(/[?!.,¿¡]+(?=\s|$)|[¿¡]/gu, ' ')
    .replace(
      /\b(?:please|por favor|i (?:want|need|prefer|would like)|i'd like|quiero|prefiero|en talla|in size|size|talla)\b/gu,
      ' ',
    )
    .replace(/^\s*(?:(?:in|en|the|el|la|los|las|an?|una?)\s+)+/u, ' ')
    .replace(/\s(?:ones?|color|colour)\s*$/u, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function phrase(attribute: string, option: string, spanish: boolean): string {
  if (attribute === 'category') return option.toLowerCase();
  if (attribute === 'price') return priceRange(option, spanish);
  if (/^(?:size|talla)$/i.test(attribute)) return spanish ? `en talla ${option}` : `in size ${option}`;
  if (/^colou?r$/i.test(attribute)) return `${spanish ? 'en' : 'in'} ${option}`;
  if (/^(?:brand|marca)$/i.test(attribute)) return `${spanish ? 'de' : 'by'} ${option}`;
  return `${spanish ? 'con' : 'with'} ${attribute} ${option}`;
}

/** "$50–$100" as it is said. */
function priceRange(option: string, spanish: boolean): string {
  const bounds = option.split(/\s*[–-]\s*/);
  if (bounds.length === 2) return spanish ? `entre ${bounds.join(' y ')}` : `between ${bounds.join(' and ')}`;
  return option.charAt(0).toLowerCase() + option.slice(1);
}
