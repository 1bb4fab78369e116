import { productFactLines } from './product-text.ts';
import type { SourceDocument } from './source-document.ts';

/** A document's text without the lines of facts that it begins with, which are worded by Aisle: what its language is told from. */
export function ownText({ text, sections }: Pick<SourceDocument, 'text' | 'sections'>): string {
  const facts = sections.find((section) => section.start === 0 && section.shape === 'facts');
  return facts === undefined ? text : text.slice(facts.end);
}

/** A document of which the language is known by now, with its product's facts worded in it. */
export function withLocale(document: SourceDocument, locale: string): SourceDocument {
  const { product, text, sections } = document;
  const known = { ...document, locale };
  if (product === null) return known;
  const before = productFactLines(product, document.locale).join('\n');
  const [facts] = sections;
  if (facts?.start !== 0 || facts.end !== before.length || !text.startsWith(before)) return known;
  const after = productFactLines(product, locale).join('\n');
  const shift = after.length - before.length;
  return {
    ...known,
    text: after + text.slice(before.length),
    sections: sections.map((section) => ({
      ...section,
      start: section.start === 0 ? 0 : section.start + shift,
      end: section.end + shift,
    })),
  };
}
