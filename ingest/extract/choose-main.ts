import {
  attribute,
  type DomElement,
  type DomParent,
  descendants,
  isBlock,
  isElement,
  textData,
} from './dom.ts';
import { findTeasers } from './teasers.ts';

/** What a link costs besides its characters, so that a list of short links weighs against a block. */
const LINK_COST = 40;
/** Shorter lines (labels, bylines, buttons) count neither for nor against the element they are in. */
const SHORT_LINE = 10;
/** Cells, definitions and list items are data however short. */
const data = /^(?:td|th|dd|dt|li)$/;
/** `<main>` and `<article>` are taken at their word if they hold this share of the page's running text. */
const TRUSTED_SHARE = 0.5;
/** Running text of a page that is one line of a banner rather than an article, in characters. */
const LITTLE = 200;
/** A page with a smaller share of text of its own is a list of other pages. */
const OWN_SHARE = 0.2;

/**
 * The element that holds a page's main text: the subtree with the greatest weight, where each block of running text
 * weighs its length and each link weighs against it. A maximum subtree finds an article's body, and as well the
 * container of many short answers or of a product's description, specifications and terms.
 * @param root a pruned body
 */
export function chooseMain(root: DomElement): DomElement {
  const weights = weighOwn(root);
  const whole = best(root, weights);
  const elements = [...descendants(root)];
  const bodies = elements.filter((element) => /\barticleBody\b/.test(attribute(element, 'itemprop')));
  const trusted = elements.filter(
    (element) =>
      element.name === 'main' || attribute(element, 'role') === 'main' || element.name === 'article',
  );
  const holds = (scope: DomElement, share: number) => best(scope, weights).positive >= whole.positive * share;
  // Several are a list of articles.
  const [body] = bodies;
  if (body && bodies.length === 1 && holds(body, OWN_SHARE)) return best(body, weights).element;
  for (const scope of trusted) {
    if (!holds(scope, TRUSTED_SHARE)) continue;
    const { element, positive } = best(scope, weights);
    // Without any running text each of its elements weighs as little as another.
    return positive > 0 ? element : scope;
  }
  // A list of pages has no running text, and a promotion above it must not be taken for that.
  const [main, ...others] = trusted.filter(({ name }) => name !== 'article');
  if (main && others.length === 0 && whole.positive < LITTLE) return main;
  return whole.element;
}

/** Characters of a text as one line. */
function lineLength(text: string): number {
  const trimmed = text.trim();
  return /\s\s|[^\S ]/u.test(trimmed) ? trimmed.replace(/\s+/gu, ' ').length : trimmed.length;
}

interface Weight {
  /** Running text less the cost of links, in characters. */
  net: number;
  /** Running text alone. */
  positive: number;
}

function best(root: DomElement, weights: Map<DomElement, Weight>): { element: DomElement; positive: number } {
  let winner = root;
  for (const element of descendants(root)) {
    // Of equals, the inner one: what only wraps adds nothing.
    if ((weights.get(element)?.net ?? 0) >= (weights.get(winner)?.net ?? 0)) winner = element;
  }
  return { element: wholeTable(winner), positive: weights.get(winner)?.positive ?? 0 };
}

/** Rows cannot be read without the table that names their columns. */
function wholeTable(element: DomElement): DomElement {
  const { parent } = element;
  return /^(?:tr|tbody|thead|tfoot)$/.test(element.name) && isElement(parent) ? wholeTable(parent) : element;
}

/** Weighs a page by its own text, what announces other pages left out unless there is hardly anything else. */
function weighOwn(root: DomElement): Map<DomElement, Weight> {
  const all = weigh(root, new Set());
  const teasers = findTeasers(root);
  if (teasers.size === 0) return all;
  const own = weigh(root, teasers);
  return (own.get(root)?.positive ?? 0) >= (all.get(root)?.positive ?? 0) * OWN_SHARE ? own : all;
}

function weigh(root: DomElement, ignored: ReadonlySet<DomElement>): Map<DomElement, Weight> {
  const weights = new Map<DomElement, Weight>();
  const visit = (element: DomElement): Weight & Line => {
    const sum = { net: 0, positive: 0 };
    const line: Line = { text: 0, links: 0, linkChars: 0 };
    const endLine = () => {
      const weight = weighLine(line, data.test(element.name) ? 1 : SHORT_LINE);
      sum.net += weight;
      sum.positive += Math.max(0, weight);
      Object.assign(line, { text: 0, links: 0, linkChars: 0 });
    };
    for (const child of element.children) {
      if (!isElement(child)) line.text += lineLength(textData(child) ?? '');
      else if (child.name === 'a') addLink(line, child);
      else {
        if (isBlock(child)) endLine();
        const inner = visit(child);
        // Links weigh against what is around them, whatever text is beside them.
        if (ignored.has(child)) Object.assign(inner, { net: Math.min(inner.net, 0), positive: 0, text: 0 });
        weights.set(child, inner);
        sum.net += inner.net;
        sum.positive += inner.positive;
        line.text += inner.text;
        line.links += inner.links;
        line.linkChars += inner.linkChars;
      }
    }
    if (isBlock(element)) endLine();
    return { ...sum, ...line };
  };
  weights.set(root, visit(root));
  return weights;
}

/** What has been read of a line that has not ended yet, in characters. */
interface Line {
  text: number;
  links: number;
  linkChars: number;
}

/** A line of text weighs its length, whatever it links to on the way; a line of links weighs against. */
function weighLine({ text, links, linkChars }: Line, shortest: number): number {
  if (text >= linkChars) return text >= shortest ? text : 0;
  return text - linkChars - links * LINK_COST;
}

function addLink(line: Line, link: DomElement): void {
  // Leads nowhere else: a tab, a table of contents.
  if (/^(?:#|$)/.test(attribute(link, 'href'))) return;
  const chars = linkLength(link);
  // Mail and telephone links are what they say.
  if (/^(?:mailto|tel|sms):/.test(attribute(link, 'href'))) line.text += chars;
  else if (chars > 0) {
    line.links += 1;
    line.linkChars += chars;
  }
}

function linkLength(link: DomParent): number {
  let sum = 0;
  for (const child of link.children) {
    sum += isElement(child) ? linkLength(child) : (textData(child)?.trim().length ?? 0);
  }
  return sum;
}
