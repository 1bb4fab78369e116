import type { CheerioAPI } from 'cheerio';
import type { ProductFacts } from '../../sql/document.ts';
import type { Block } from './blocks.ts';
import { buildText } from './build-text.ts';
import { chooseMain } from './choose-main.ts';
import { makeCustomerLines } from './customer-words.ts';
import { bodyOf, type DomElement, type DomNode, type DomParent } from './dom.ts';
import { missingFaqBlocks, readFaq } from './faq-blocks.ts';
import { flattenDeep } from './flatten-deep.ts';
import { dropFurnitureLines } from './furniture-lines.ts';
import { findHiddenText, removeNodes } from './hidden-text.ts';
import { measureText } from './measure-text.ts';
import { readOpeners } from './openers.ts';
import { readPageDate } from './page-date.ts';
import { readPageElements } from './page-elements.ts';
import { guessGenre, readGenreSigns } from './page-genre.ts';
import { guessKind } from './page-kind.ts';
import { type LocaleOptions, readLocale } from './page-locale.ts';
import { readTitle } from './page-title.ts';
import { productFactLines } from './product-text.ts';
import { pruneLinks } from './prune-links.ts';
import { prunePage } from './prune-page.ts';
import { readBlocks } from './read-blocks.ts';
import { saysSomething } from './says-something.ts';
import type { SourceDocument } from './source-document.ts';
import { readStructuredData } from './structured-data.ts';
import { readPageStyles } from './style/page-styles.ts';
import { linkToggles } from './toggles.ts';
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
  const hidden = findHidden(root);
  const elements = readPageElements(root);
  const title = readTitle(elements, page.url, hidden);
  const locale = readLocale(elements, page);
  const { nodes, jsonLd, product: facts } = readStructuredData(root, elements, { ...page, title });
  const hasFaqData = readFaq(nodes).length > 0;

  const body = bodyOf(root);
  const genreSigns = readGenreSigns(elements);
  const main = body ? findMain(root, body, { hidden, isProduct: facts !== null }) : null;
  const product = facts && main ? withVisibleListPrice(facts, main.element) : facts;
  const pageBlocks = withVoices(main?.blocks ?? [], makeCustomerLines(jsonLd));
  const blocks = [...factBlocks(product, locale), ...pageBlocks];
  const read = buildText(blocks, title);
  // An answer in the page's own markup is in its text, unless it is hidden from people.
  const missing = missingFaqBlocks(readFaq(jsonLd), read.text);
  const { text, sections } = missing.length > 0 ? buildText([...blocks, ...missing], title) : read;
  if (sections.length === 0) return null;
  const kind = guessKind({ url: page.url, title, hasProduct: product !== null, hasFaqData });
  const modifiedAt = readPageDate(nodes, elements, page.fetchedAt);
  const genre = guessGenre({ url: page.url, title, kind, nodes, ...genreSigns });
  return {
    url: page.url,
    title: title || page.url,
    kind,
    ...(genre === null ? {} : { genre }),
    locale,
    text,
    sections,
    product,
    ...(modifiedAt === null ? {} : { modifiedAt }),
  };
}

function withVoices(blocks: Block[], isCustomers: (line: string) => boolean): Block[] {
  return blocks.map((block) =>
    block.type === 'line' && isCustomers(block.text) ? { ...block, voice: 'customer' } : block,
  );
}

function findHidden(root: DomParent): ReadonlySet<DomNode> {
  const styles = readPageStyles(root);
  linkToggles(root, styles);
  return findHiddenText(root, styles, readOpeners(root));
}

function findMain(
  root: DomParent,
  body: DomElement,
  { hidden, isProduct }: { hidden: ReadonlySet<DomNode>; isProduct: boolean },
): { element: DomElement; blocks: Block[] } {
  removeNodes(root, hidden);
  // Read anew, so that no control's name holds what is hidden.
  const openers = readOpeners(root);
  const measures = measureText(root);
  const whole = measures.get(body);
  const total = whole ? whole.chars - whole.linkChars : 0;
  prunePage(root, { openers, measures, total, isProduct });
  const element = chooseMain(body);
  pruneLinks(element);
  if (!saysSomething(element)) return { element, blocks: [] };
  return { element, blocks: dropFurnitureLines(readBlocks(element, openers)) };
}

function withVisibleListPrice(facts: ProductFacts, main: DomElement): ProductFacts {
  if (facts.price === null || facts.listPrice !== null || facts.price !== facts.priceMax) return facts;
  return { ...facts, listPrice: visibleListPrice(main, facts.price, facts.currency) };
}

function factBlocks(product: ProductFacts | null, locale: string): Block[] {
  if (!product) return [];
  return productFactLines(product, locale).map((text): Block => ({ type: 'line', text, shape: 'facts' }));
}
