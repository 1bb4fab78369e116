import { languageOf } from '../../ingest/analysis/language-of.ts';
import { fold } from '../../ingest/analysis/stem.ts';
import { stopWords } from '../../ingest/analysis/stop-words.ts';
import { detectLanguage } from '../../ingest/files/detect-language.ts';

/**
 * The language of a question, among those that the store has. A few words are little to go by: function words and
 * Spanish punctuation decide, else the language of the conversation so far or the store's first. A store with further
 * languages asks a statistical detector, which takes 80 MB of memory that others do without.
 * @param locales the store's, most frequent first.
 */
export async function detectLocale(
  question: string,
  locales: string[],
  previous: string | null,
): Promise<string> {
  const fallback = languageOf(previous ?? locales[0] ?? 'en');
  if (/[¿¡]/.test(question)) return 'es';
  const languages = [...new Set(['en', 'es', ...locales.map(languageOf)])];
  // The words that are counted are English and Spanish; French would pass for Spanish.
  if (languages.length > 2) {
    const detected = await detectLanguage(question);
    if (detected !== null && languages.includes(detected)) return detected;
  }
  const words = question.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const english = words.filter((word) => tells(fold(word), 'en', 'es')).length;
  const spanish = words.filter((word) => tells(fold(word), 'es', 'en')).length;
  if (english !== spanish) return english > spanish ? 'en' : 'es';
  if (/ñ|ci[oó]n(?:es)?(?!\p{L})/iu.test(question)) return 'es';
  return fallback;
}

/** What shoppers ask for in a word or two, where no function word tells the language; without accents. */
const SHOP_WORDS: Record<'en' | 'es', ReadonlySet<string>> = {
  en: new Set(
    `return returns refund refunds shipping delivery ship order orders size sizes sizing warranty price prices cost discount
store stores hours gift card cards jacket jackets boots shoes tent tents waterproof payment track tracking exchange
contact phone repair cheap sale`.split(/\s+/),
  ),
  es: new Set(
    `devolver reembolso reembolsos envio envios entrega pedido pedidos talla tallas garantia precio precios coste costo gastos
descuento tienda tiendas horario horarios regalo tarjeta chaqueta chaquetas botas zapatos impermeable pago pagar seguimiento
cambio cambios contacto telefono reparacion barato barata rebajas hola plazo factura`.split(/\s+/),
  ),
};

/** Whether a word belongs to one language and not to the other. */
function tells(word: string, language: 'en' | 'es', other: 'en' | 'es'): boolean {
  if (SHOP_WORDS[language].has(word)) return true;
  return stopWords(language).has(word) && !stopWords(other).has(word);
}
