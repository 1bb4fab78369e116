import { type DomElement, isElement, nameWords, textOf } from './dom.ts';

/** What a reader of a table or of a list of definitions cannot do without. */
const labelled = new Set(['td', 'th', 'caption', 'dt', 'thead']);
const names =
  /(?:^| )(?:sr only|screen reader(?: text| only)?|visually hidden|visuallyhidden|assistive text|a11y hidden)(?: |$)/;

/** Whether an element's names say that it is for screen readers alone. */
export function namesScreenReader(element: DomElement): boolean {
  return names.test(nameWords(element).join(' '));
}

/** Whether an element is all that names the cell, caption or term it is in, such as `Yes` beside the picture of a check mark. */
export function isOnlyLabel(element: DomElement): boolean {
  let outer: DomElement['parent'] = element;
  for (let up = 0; up < 5 && isElement(outer); up += 1, outer = outer.parent)
    if (labelled.has(outer.name)) return outer === element || textOf(outer) === textOf(element);
  return false;
}
