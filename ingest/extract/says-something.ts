import { attribute, type DomElement, isElement, textData } from './dom.ts';

/**
 * Whether an element has a word that is neither a link nor a heading. A list of links under headings names other pages
 * and says nothing of them. Pure.
 */
export function saysSomething(element: DomElement): boolean {
  if (/^h[1-6]$/.test(element.name) || isLinkElsewhere(element)) return false;
  return element.children.some((child) =>
    isElement(child) ? saysSomething(child) : /[\p{L}\p{N}]/u.test(textData(child) ?? ''),
  );
}

/** Mail and telephone links are what they say, and one within the page opens what it holds. */
const isLinkElsewhere = (element: DomElement) =>
  element.name === 'a' && !/^(?:#|mailto:|tel:|sms:|$)/.test(attribute(element, 'href'));
