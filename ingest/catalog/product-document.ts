import { productFactLines } from '../extract/product-text.ts';
import type { SourceDocument } from '../extract/source-document.ts';
import { tellLanguage, UNDETERMINED } from '../files/detect-language.ts';
import { makeTextBuilder } from '../files/text-builder.ts';
import { readWholeHtml } from '../files/whole-html.ts';
import type { BuiltProduct, CatalogDefaults } from './build-product.ts';
import { plainText } from './plain-text.ts';

const HTML =
  /<(?:p|br|div|ul|ol|li|h[1-6]|table|span|strong|b|em|i|a|!--)\b[^>]*>|&(?:#\d+|#x[\da-f]+|\w+);/i;

/**
 * Lays a product out as a document: its facts, one a line, under its name, then its description as prose.
 * @param product its locale wins over `defaults.locale`, which wins over what the text's language seems to be; `und` where
 *   that is too short to tell.
 */
export async function productDocument(
  product: BuiltProduct,
  defaults: CatalogDefaults,
): Promise<SourceDocument> {
  const { facts } = product;
  const description = readDescription(product, facts.name);
  const stated =
    product.locale ?? defaults.locale ?? (await tellLanguage(`${facts.name}. ${description.text}`));
  const locale = (stated ?? UNDETERMINED).replaceAll('_', '-').toLowerCase();
  const builder = makeTextBuilder(facts.name);
  for (const line of productFactLines(facts, locale)) builder.line(line, 'facts');
  const parts = [builder.build(), description, layOutReviews(product, facts.name)];
  const { text, sections } = parts.filter((part) => part.text !== '').reduce(append, EMPTY);
  return {
    url: facts.url,
    title: facts.name,
    kind: 'product',
    locale,
    text,
    sections,
    product: facts,
  };
}

type Part = Pick<SourceDocument, 'text' | 'sections'>;

const EMPTY: Part = { text: '', sections: [] };

function append(before: Part, after: Part): Part {
  const offset = before.text === '' ? 0 : before.text.length + 1;
  return {
    text: [before.text, after.text].filter(Boolean).join('\n'),
    sections: [
      ...before.sections,
      ...after.sections.map((section) => ({
        ...section,
        start: section.start + offset,
        end: section.end + offset,
      })),
    ],
  };
}

/** What customers wrote, under a heading of its own. */
function layOutReviews({ reviews }: BuiltProduct, name: string): Part {
  if (reviews.length === 0) return EMPTY;
  const builder = makeTextBuilder(name);
  builder.heading(1, 'Reviews');
  for (const review of reviews) builder.line(plainText(review));
  const { text, sections } = builder.build();
  return { text, sections: sections.map((section) => ({ ...section, voice: 'customer' })) };
}

/** A description is HTML in shops' exports, and plain text with line breaks in others. */
function readDescription({ description, notes }: BuiltProduct, name: string): Part {
  if (HTML.test(description))
    return readWholeHtml(description + notes.map(paragraph).join(''), { title: name, fallbackTitle: name });
  const builder = makeTextBuilder(name);
  for (const line of [...description.split(/\r\n|\r|\n/), ...notes]) builder.line(line);
  return builder.build();
}

function paragraph(text: string): string {
  return `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
}
