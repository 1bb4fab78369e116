import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { stopWords } from '../../../ingest/analysis/stop-words.ts';
import { loadWordVectors } from '../../../ingest/embedding/load-word-vectors.ts';
import { detectLanguage } from '../../../ingest/files/detect-language.ts';
import { otherLanguage } from './language-signs.ts';

/** Languages that questions are read and answered in, whatever the store's pages are in. */
const READ = ['en', 'es'];

/**
 * The language to answer a question in. A few words are little to go by: function words, what shops call things and
 * Spanish punctuation decide, else the language of the conversation so far, else the store's first. A store with further
 * languages asks a statistical detector, which takes 80 MB of memory that others do without.
 * @param locales the store's, most frequent first. @param previous that of the last turn; null at the beginning.
 */
export async function detectLocale(
  question: string,
  locales: string[],
  previous: string | null,
): Promise<string> {
  const fallback = languageOf(previous ?? locales[0] ?? 'en');
  if (/[¿¡]/.test(question)) return 'es';
  const languages = [...new Set([...READ, ...locales.map(languageOf)])];
  // The words that are counted are English and Spanish; French would pass for Spanish.
  const other = otherLanguage(question);
  if (other !== null) return languages.includes(other) ? other : fallback;
  const words = question.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const english = weigh(words, 'en', 'es');
  const spanish = weigh(words, 'es', 'en');
  // The detector takes a few Spanish words for Portuguese or Catalan: it only decides what the words leave open.
  if (languages.length > READ.length && english === spanish) {
    const detected = await detectLanguage(question);
    if (detected !== null && !READ.includes(detected) && languages.includes(detected)) return detected;
  }
  if (english !== spanish) return english > spanish ? 'en' : 'es';
  if (/ñ|ci[oó]n(?:es)?(?!\p{L})/iu.test(question)) return 'es';
  return byTopicWords(words) ?? fallback;
}

/** The language of a question that is neither read here nor one of the store's; null where it is, or cannot be told. */
export async function readLanguage(question: string, locales: string[]): Promise<string | null> {
  const language = otherLanguage(question);
  return language === null || [...READ, ...locales.map(languageOf)].includes(language) ? null : language;
}

/**
 * English or Spanish by the words that only one of them has, where no function word tells; null where that is even. Brands
 * are English words in either, and no English shopper says "aceptan": a Spanish verb outweighs two.
 */
function byTopicWords(words: readonly string[]): 'en' | 'es' | null {
  const { english, spanish, spanishForms } = loadWordVectors();
  let sum = 0;
  for (const word of words.filter((one) => !isFunctionWord(one))) {
    const isEnglish = english.has(fold(word));
    const lemmas = spanishForms.form(word)?.lemmas ?? [];
    if (isEnglish === lemmas.length > 0) continue;
    if (isEnglish) sum -= 1;
    else sum += !spanish.has(word) && lemmas.some((lemma) => INFINITIVE.test(lemma)) ? VERB : 1;
  }
  return sum === 0 ? null : sum > 0 ? 'es' : 'en';
}

const VERB = 3;
const INFINITIVE = /[aeií]r(?:se)?$/;

function isFunctionWord(word: string): boolean {
  const plain = fold(word);
  return NEUTRAL.has(plain) || stopWords('en').has(plain) || stopWords('es').has(plain);
}

/** What shoppers ask for in a word or two, where no function word tells the language; without accents. */
const SHOP_WORDS: Record<'en' | 'es', ReadonlySet<string>> = {
  en: new Set(
    `return returns refund refunds shipping delivery ship order orders size sizes sizing warranty price prices cost discount
store stores hours gift card cards jacket jackets boots shoes tent tents waterproof payment track tracking exchange
contact phone repair cheap cheaper sale free please red blue black white green yellow under show best`.split(
      /\s+/,
    ),
  ),
  es: new Set(
    `devolver reembolso reembolsos envio envios entrega pedido pedidos talla tallas garantia precio precios coste costo gastos
descuento tienda tiendas horario horarios regalo tarjeta chaqueta chaquetas botas zapatos impermeable pago pagar seguimiento
cambio cambios contacto telefono reparacion barato barata baratas baratos rebajas plazo factura gratis rojo roja rojos rojas
azul azules negro negra negros negras blanco blanca verde amarillo menos cuesta cuanto tarda mejor`.split(
      /\s+/,
    ),
  ),
};
/** Said by many who then go on in their own language. */
const GREETINGS: Record<'en' | 'es', ReadonlySet<string>> = {
  en: new Set(['hi', 'hello', 'hey', 'thanks', 'bye']),
  es: new Set(['hola', 'buenas', 'buenos', 'gracias', 'vale', 'adios', 'saludos']),
};
const GREETING_WEIGHT = 0.5;

function weigh(words: string[], language: 'en' | 'es', other: 'en' | 'es'): number {
  return words.map(fold).reduce((sum, word) => {
    if (GREETINGS[language].has(word)) return sum + GREETING_WEIGHT;
    return sum + (tells(word, language, other) ? 1 : 0);
  }, 0);
}

/** Said in either language. */
const NEUTRAL = new Set(['ok', 'okay', 'no']);

/** Whether a word belongs to one language and not to the other. */
function tells(word: string, language: 'en' | 'es', other: 'en' | 'es'): boolean {
  if (NEUTRAL.has(word)) return false;
  if (SHOP_WORDS[language].has(word)) return true;
  return stopWords(language).has(word) && !stopWords(other).has(word);
}
