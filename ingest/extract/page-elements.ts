import { allElements, attribute, type DomElement, type DomParent } from './dom.ts';

/** What a page's parts for machines are found by: one walk instead of a selector's for each of them. */
export interface PageElements {
  /** In document order. */
  named(name: string): readonly DomElement[];
  /** Whether it may hold microdata, and RDFa. */
  microdata: boolean;
  rdfa: boolean;
}

const none: readonly DomElement[] = [];

/** Sorts a page's elements by their names. Time grows with its size, however deep it nests. */
export function readPageElements(root: DomParent): PageElements {
  const byName = new Map<string, DomElement[]>();
  let microdata = false;
  let rdfa = false;
  for (const element of allElements(root)) {
    const alike = byName.get(element.name);
    if (alike === undefined) byName.set(element.name, [element]);
    else alike.push(element);
    microdata ||= 'itemscope' in element.attribs;
    rdfa ||= 'typeof' in element.attribs;
  }
  return { named: (name) => byName.get(name) ?? none, microdata, rdfa };
}

/** The content of the first `<meta>` of a `property`, such as `og:title`. */
export function metaContent(elements: PageElements, property: string): string | undefined {
  return elements.named('meta').find((meta) => attribute(meta, 'property') === property)?.attribs.content;
}
