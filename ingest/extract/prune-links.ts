import { attribute, type DomElement, isElement, textOf } from './dom.ts';
import { measureText, type TextMeasure } from './measure-text.ts';

/** A block whose text is links by more than this share leads elsewhere and says nothing itself. */
const LINK_DENSITY = 0.6;
/** Short links (`Email us`, a size guide) stand in texts that need them. */
const SHORT_LINK = 25;
/** A few words around the links, in characters without white space. */
const OWN_WORDS = 20;
const pointer =
  /^(?:related|read more|read also|see also|see more|more on|also read|don['’]t miss|recommended|leer más|lee también|ver también|te puede interesar)\b.{0,20}:/i;
const clusters = new Set(['ul', 'ol', 'div', 'section', 'p', 'li']);

/**
 * Removes what is left of navigation within the main content: lists of links, links that are a paragraph, and `Related: …`
 * lines. Changes the tree.
 */
export function pruneLinks(root: DomElement): void {
  const measures = measureText(root);
  const visit = (parent: DomElement): void => {
    parent.children = parent.children.filter((child) => !isElement(child) || !leadsElsewhere(child));
    for (const child of parent.children) if (isElement(child)) visit(child);
  };
  const leadsElsewhere = (element: DomElement): boolean => {
    if (!clusters.has(element.name)) return false;
    const measure = measures.get(element);
    if (!measure || measure.linkChars < SHORT_LINK || measure.hasSubject) return false;
    if (element.name === 'p' && pointer.test(textOf(element))) return true;
    return (
      measure.linkChars > measure.chars * LINK_DENSITY &&
      !reachesPeople(element) &&
      !isSentence(element, measure)
    );
  };
  visit(root);
}

/** A sentence that is linked for the most part is one still. */
function isSentence(element: DomElement, { chars, linkChars }: TextMeasure): boolean {
  return (
    /^(?:p|li)$/.test(element.name) &&
    chars - linkChars >= OWN_WORDS &&
    /[.!?。！？]["'”’)]?$/u.test(textOf(element))
  );
}

/** Mail and telephone links are what they say. */
function reachesPeople(element: DomElement): boolean {
  return element.children.some(
    (child) =>
      isElement(child) && (/^(?:mailto|tel|sms):/.test(attribute(child, 'href')) || reachesPeople(child)),
  );
}
