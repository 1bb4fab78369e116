import { attribute, childElements, type DomElement, descendants, textOf } from './dom.ts';

/** Fewer may be the parts of a text. */
const FEWEST = 3;
/** A longer text is not there to be gone on with elsewhere. */
const LONGEST_TEASER = 800;
const SHORTEST_TITLE = 10;
/** Nodes in a title's line: the link, white space, a picture. */
const MOST_BESIDE = 5;

/**
 * Elements that announce other pages: three siblings or more alike, each with a link as its title. Those within `<main>` are
 * the page's own, such as a list of shops.
 */
export function findTeasers(root: DomElement): Set<DomElement> {
  const teasers = new Set<DomElement>();
  const pending = [root];
  for (let element = pending.pop(); element; element = pending.pop()) {
    if (element.name === 'main' || attribute(element, 'role') === 'main') continue;
    const children = childElements(element);
    for (const group of Map.groupBy(children, signature).values()) {
      if (group.length < FEWEST) continue;
      const announced = group.filter(announcesPage);
      if (announced.length >= FEWEST && announced.length * 2 > group.length)
        for (const teaser of announced) teasers.add(teaser);
    }
    for (const child of children) if (!teasers.has(child)) pending.push(child);
  }
  return teasers;
}

const signature = (element: DomElement) =>
  `${element.name} ${attribute(element, 'class').split(/\s+/, 1)[0]?.replace(/\d+/g, '')}`;

function announcesPage(element: DomElement): boolean {
  if (!/^(?:li|div|article|section)$/.test(element.name)) return false;
  if (textOf(element).length > LONGEST_TEASER) return false;
  for (const inner of descendants(element)) {
    if (inner.name !== 'a' || !/^(?!#|mailto:|tel:)./.test(attribute(inner, 'href'))) continue;
    const title = textOf(inner);
    const alone = (inner.parent?.children.length ?? 0) <= MOST_BESIDE;
    if (alone && title.length >= SHORTEST_TITLE && inner.parent && textOf(inner.parent) === title)
      return true;
  }
  return false;
}
