import type { ProductFacts } from '../../sql/document.ts';
import type { Section, SourceDocument } from '../extract/source-document.ts';
import { findOrders } from './find-orders.ts';

/** A stretch of a document that gives orders to a model. */
export interface Suspicion {
  /** What {@link findOrders} says of it. */
  reason: string;
  text: string;
}

/** A document whose suspect lines have sections of their own. */
export interface Screened {
  sections: (Section & { suspect: boolean })[];
  /** Without what gives orders; null where the product's name does. */
  product: ProductFacts | null;
  suspicions: Suspicion[];
}

/** Lines over which an order may be spread. */
const MOST_LINES = 3;

/**
 * Sets apart the lines of a document that give orders to a model, so that what stands beside them can still be quoted. What
 * stands under a heading or a title that does so is suspect as a whole. Pure.
 */
export function screenDocument({ title, text, sections, product }: SourceDocument): Screened {
  const suspicions: Suspicion[] = [];
  const known = new Map<string, boolean>();
  const suspect = (found: string): boolean => {
    const before = known.get(found);
    if (before !== undefined) return before;
    const reason = findOrders(found);
    if (reason !== null) suspicions.push({ reason, text: found });
    known.set(found, reason !== null);
    return reason !== null;
  };
  const titled = suspect(title);
  const headings = new Map(
    [...new Set(sections.flatMap((section) => section.heading))].map((heading) => [
      heading,
      suspect(heading),
    ]),
  );
  const facts = product === null ? null : screenProduct(product, suspect);
  const screened = sections.flatMap((section) => {
    if (titled || section.heading.some((heading) => headings.get(heading)))
      return [{ ...section, suspect: true }];
    return splitSection(text, section, suspicions);
  });
  return { sections: screened, product: facts, suspicions };
}

function splitSection(text: string, section: Section, suspicions: Suspicion[]): Screened['sections'] {
  const whole = text.slice(section.start, section.end);
  // Once as lines and once as one: an order may begin with a line, or go on from one to the next.
  if (findOrders(whole) === null && findOrders(whole.replaceAll('\n', ' ')) === null)
    return [{ ...section, suspect: false }];
  const lines = linesOf(text, section);
  const marked = lines.map(() => false);
  for (let size = 1; size <= MOST_LINES; size += 1) {
    for (let at = 0; at + size <= lines.length; at += 1) {
      if (marked.slice(at, at + size).some(Boolean)) continue;
      const found = lines.slice(at, at + size).map(({ start, end }) => text.slice(start, end));
      const reason = findOrders(found.join(' '));
      if (reason === null) continue;
      suspicions.push({ reason, text: found.join(' ') });
      marked.fill(true, at, at + size);
    }
  }
  const parts: Screened['sections'] = [];
  lines.forEach(({ start, end }, at) => {
    const last = parts.at(-1);
    if (last !== undefined && last.suspect === marked[at]) last.end = end;
    else parts.push({ ...section, start, end, suspect: marked[at] ?? false });
  });
  return parts;
}

function linesOf(text: string, { start, end }: Section): { start: number; end: number }[] {
  return [...text.slice(start, end).matchAll(/[^\n]*\S[^\n]*/g)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

/** Facts are shown on cards and to models without a quote, so what gives orders there is left out. */
function screenProduct(product: ProductFacts, suspect: (text: string) => boolean): ProductFacts | null {
  if (suspect(product.name)) return null;
  const keeps = (text: string | null): boolean => text === null || !suspect(text);
  return {
    ...product,
    brand: keeps(product.brand) ? product.brand : null,
    category: keeps(product.category) ? product.category : null,
    attributes: Object.fromEntries(
      Object.entries(product.attributes).filter(([name, values]) => keeps(`${name}: ${values.join(', ')}`)),
    ),
    variants: product.variants.map((variant) => ({
      ...variant,
      attributes: Object.fromEntries(
        Object.entries(variant.attributes).filter(([name, value]) => keeps(`${name}: ${value}`)),
      ),
    })),
  };
}
