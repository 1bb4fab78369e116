import type { ProductFacts } from '../../sql/document.ts';
import { completeFacts } from './complete-facts.ts';
import type { DomParent } from './dom.ts';
import { collectNodes, type LdNode, readJsonLd } from './json-ld.ts';
import { readMicrodata } from './microdata.ts';
import { readOpenGraph } from './open-graph.ts';
import type { PageElements } from './page-elements.ts';
import { isSameProduct, pageProducts } from './page-product.ts';
import { readProductFacts } from './product-facts.ts';
import { readRdfa } from './rdfa.ts';

/** What a page states for machines. */
interface StructuredData {
  /** Every object of schema.org, JSON-LD's first, then microdata's, then RDFa's; each kind outermost first. */
  nodes: LdNode[];
  /** Those of JSON-LD alone, whose text no element of the page bears. */
  jsonLd: LdNode[];
  /** The facts of the product that the page is about; null where there is none, or several and none is its own. */
  product: ProductFacts | null;
}

/**
 * Reads a page's JSON-LD, microdata, RDFa and Open Graph tags. Where several speak of its product, the first of them wins
 * fact by fact, and the next ones give what it lacks.
 */
export function readStructuredData(
  root: DomParent,
  elements: PageElements,
  page: { url: string; title: string; fetchedAt: string },
): StructuredData {
  const jsonLd = readJsonLd(elements);
  const microdata = elements.microdata ? nodesOf(readMicrodata(root)) : [];
  const rdfa = elements.rdfa ? nodesOf(readRdfa(root)) : [];
  const nodes = [...jsonLd, ...microdata, ...rdfa];
  const openGraph = readOpenGraph(elements, page.title);
  const products = [
    ...pageProducts(jsonLd, page),
    ...pageProducts(microdata, page, { strict: true }),
    ...pageProducts(rdfa, page, { strict: true }),
    ...(openGraph ? [openGraph] : []),
  ];
  const [own] = products;
  if (!own) return { nodes, jsonLd, product: null };
  const product = products
    .filter((other) => other === own || other === openGraph || isSameProduct(own, other, page.url))
    .map((each) => readProductFacts(each, nodes, page))
    .reduce(completeFacts);
  return { nodes, jsonLd, product };
}

function nodesOf(roots: LdNode[]): LdNode[] {
  const nodes: LdNode[] = [];
  collectNodes(roots, nodes);
  return nodes;
}
