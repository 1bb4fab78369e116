import { attribute, type DomElement, type DomParent, isElement, textData } from './dom.ts';

/** How much text an element holds, in characters without white space. */
export interface TextMeasure {
  chars: number;
  linkChars: number;
  /** Whether it holds what the page is about by its own word: the first heading, or schema.org's `articleBody`. */
  hasSubject: boolean;
}

const silent = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'select', 'textarea']);

const isSubject = (element: DomElement) =>
  element.name === 'h1' || /\barticleBody\b/.test(attribute(element, 'itemprop'));

/** Characters that are no white space. */
function inkLength(text: string): number {
  if (!/\s/u.test(text)) return text.length;
  return text.trim() === '' ? 0 : text.replace(/\s+/gu, '').length;
}

/** Measures every element below `root` in one pass, children before parents. The tree must not be deeper than the stack. */
export function measureText(root: DomParent): Map<DomElement, TextMeasure> {
  const measures = new Map<DomElement, TextMeasure>();
  const visit = (parent: DomParent, inLink: boolean): TextMeasure => {
    const sum: TextMeasure = { chars: 0, linkChars: 0, hasSubject: false };
    for (const child of parent.children) {
      if (isElement(child)) {
        if (silent.has(child.name)) continue;
        const measure = visit(child, inLink || child.name === 'a');
        measures.set(child, measure);
        sum.chars += measure.chars;
        sum.linkChars += measure.linkChars;
        sum.hasSubject ||= measure.hasSubject || isSubject(child);
      } else {
        const length = inkLength(textData(child) ?? '');
        sum.chars += length;
        if (inLink) sum.linkChars += length;
      }
    }
    return sum;
  };
  visit(root, false);
  return measures;
}
