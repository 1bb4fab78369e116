import { findNamedProducts, type NamedProducts } from '../catalog/named-products.ts';
import type { Vocabulary } from '../catalog/vocabulary.ts';

/** Names are not translated, but each language cuts their endings differently: the shopper's is tried first. */
export function languagesOf(locale: string): string[] {
  return [...new Set([locale, 'en', 'es'])];
}

/** The products that a text calls by name, and the language by whose endings they were found; null for none. */
export function namedIn(
  text: string,
  locale: string,
  vocabulary: Vocabulary,
): { named: NamedProducts; language: string } | null {
  for (const language of languagesOf(locale)) {
    const named = findNamedProducts(text, language, vocabulary);
    if (named !== null) return { named, language };
  }
  return null;
}
