import type { CheerioAPI } from 'cheerio';
import type { ProductFacts } from '../../sql/document.ts';
import type { Block } from './blocks.ts';
import { buildText } from './build-text.ts';
import { chooseMain } from './choose-main.ts';
import { type DomElement, isElement } from './dom.ts';
import { missingFaqBlocks, readFaq } from './faq-blocks.ts';
import { flattenDeep } from './flatten-deep.ts';
import { readJsonLd } from './json-ld.ts';
import { measureText } from './measure-text.ts';
import { readOpeners } from './openers.ts';
import { guessKind } from './page-kind.ts';
import { type LocaleOptions, readLocale } from './page-locale.ts';
import { readTitle } from './page-title.ts';
import { readProductFacts } from './product-facts.ts';
import { productFactLines } from './product-text.ts';
import { pruneLinks } from './prune-links.ts';
import { prunePage } from './prune-page.ts';
import { readBlocks } from './read-blocks.ts';
import type { SourceDocument } from './source-document.ts';
import { visibleListPrice } from './visible-list-price.ts';

/**
 * Reads a web page: its main text with headings as paths, its tables as rows that name their columns, and the facts of its
 * product. Never throws for what a page holds; time grows with the page's size.
 * @param $ the parsed page, which is taken apart in the process
 * @param page.url where it was found, absolute
 * @param page.fetchedAt ISO 8601
 * @returns null when there is nothing worth indexing
 */
export function extractPage(
  $: CheerioAPI,
  page: { url: string; fetchedAt: string } & LocaleOptions,
): SourceDocument | null {
  const root = $.root()[0];
  if (!root) return null;
  flattenDeep(root);
  const title = readTitle($, page.url);
  const locale = readLocale($, page);
  const nodes = readJsonLd($);
  const faq = readFaq(nodes);
  const facts = readProductFacts(nodes, { ...page, title });

  const body = $('body')[0];
  const main = isElement(body) ? findMain(root, body) : null;
  const product = facts && main ? withVisibleListPrice(facts, main.element) : facts;
  const pageBlocks = main?.blocks ?? [];
  const blocks = [...factBlocks(product, locale), ...pageBlocks];
  const read = buildText(blocks, title);
  const missing = missingFaqBlocks(faq, read.text);
  const { text, sections } = missing.length > 0 ? buildText([...blocks, ...missing], title) : read;
  if (sections.length === 0) return null;
  const kind = guessKind({ url: page.url, title, hasProduct: product !== null, hasFaqData: faq.length > 0 });
  return { url: page.url, title: title || page.url, kind, locale, text, sections, product };
}

function findMain(
  root: Parameters<typeof flattenDeep>[0],
  body: DomElement,
): { element: DomElement; blocks: Block[] } {
  const openers = readOpeners(root);
  const measures = measureText(root);
  const whole = measures.get(body);
  prunePage(root, { openers, measures, total: whole ? whole.chars - whole.linkChars : 0 });
  const element = chooseMain(body);
  pruneLinks(element);
  return { element, blocks: readBlocks(element, openers) };
}

function withVisibleListPrice(facts: ProductFacts, main: DomElement): ProductFacts {
  if (facts.price === null || facts.listPrice !== null || facts.price !== facts.priceMax) return facts;
  return { ...facts, listPrice: visibleListPrice(main, facts.price, facts.currency) };
}

function factBlocks(product: ProductFacts | null, locale: string): Block[] {
  if (!product) return [];
  return productFactLines(product, locale).map((text): Block => ({ type: 'line', text, shape: 'facts' }));
}
