import { attribute, type DomElement, isElement, textData } from './dom.ts';

/**
 * Whether an element has a word that is neither a link nor a heading. A list of links under headings names other pages
 * and says nothing of them. Pure.
 */
export function saysSomething(element: DomElement): boolean {
  return element.children.some((child) => {
    if (!isElement(child)) return /[\p{L}\p{N}]/u.test(textData(child) ?? '');
    return !/^h[1-6]$/.test(child.name) && !isLinkElsewhere(child) && saysSomething(child);
  });
}

/** Mail and telephone links are what they say, and one within the page opens what it holds. */
const isLinkElsewhere = (element: DomElement) =>
  element.name === 'a' && !/^(?:#|mailto:|tel:|sms:|$)/.test(attribute(element, 'href'));
