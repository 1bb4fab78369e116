import { isReviews, namesMotion } from './boilerplate-names.ts';
import { attribute, type DomElement, type DomNode, type DomParent, isElement } from './dom.ts';
import type { Openers } from './openers.ts';
import { opensOnClick } from './opens-on-click.ts';
import { isPaleAmidText } from './pale-text.ts';
import { isOnlyLabel } from './screen-reader-text.ts';
import type { Values } from './style/declarations.ts';
import { boxHiding, type Hiding } from './style/hiding.ts';
import type { PageStyles } from './style/page-styles.ts';
import { initialLook, isUnseen, lookOf, type TextLook } from './style/text-look.ts';

interface Walk {
  /** How text looks here, for each screen. */
  looks: readonly TextLook[];
  inReviews: boolean;
}

/** Pages hide these until a script is done. */
const roots = new Set(['html', 'body', 'main']);

/**
 * Finds text that no visitor of a page sees: by attributes, `style` attributes or the page's own `<style>` elements, be it
 * not displayed, transparent, of no size, off the screen or of its background's color. What a click opens is not among it.
 * @returns elements with all that is in them, and text nodes
 */
export function findHiddenText(root: DomParent, styles: PageStyles, openers: Openers): ReadonlySet<DomNode> {
  const hidden = new Set<DomNode>();
  const hidings = new Map<readonly Values[], Hiding | null>();
  const styleHiding = (values: readonly Values[]): Hiding | null => {
    const known = hidings.get(values);
    if (known !== undefined) return known;
    const hiding = hidingOnAll(values);
    hidings.set(values, hiding);
    return hiding;
  };
  const visit = (parent: DomParent, walk: Walk): void => {
    const unseen =
      walk.looks.every(isUnseen) || (isElement(parent) && isPaleAmidText(parent, walk.looks, walk.inReviews));
    for (const child of parent.children) {
      if (!keeps(child, unseen, walk)) hidden.add(child);
      else if (isElement(child)) enter(child, walk);
    }
  };

  const keeps = (node: DomNode, unseen: boolean, { inReviews }: Walk): boolean => {
    if (!isElement(node)) return node.type !== 'text' || !unseen;
    if (roots.has(node.name)) return true;
    const hiding = hidingByAttribute(node) ?? styleHiding(styles.valuesOf(node));
    if (!hiding) return true;
    if (hiding.kind === 'fade' && namesMotion(node)) return true;
    if (hiding.kind === 'clip' && isOnlyLabel(node)) return true;
    return opensOnClick(node, hiding, { styles, openers, inReviews });
  };

  const enter = (element: DomElement, walk: Walk): void => {
    const values = styles.valuesOf(element);
    const looks = looksOf(element, values, walk.looks);
    const inReviews = walk.inReviews || isReviews(element);
    if (looks === walk.looks) {
      visit(element, inReviews === walk.inReviews ? walk : { looks, inReviews });
      return;
    }
    const vanishes = looks.every((look) => !look.visible) && walk.looks.some((look) => look.visible);
    const shown = vanishes && comesIntoSight(element, values, walk.inReviews);
    visit(element, {
      looks: shown ? looks.map((look) => ({ ...look, visible: true })) : looks,
      inReviews,
    });
  };

  /** @returns the parent's own looks where the element changes none of them */
  const looksOf = (
    element: DomElement,
    values: readonly Values[],
    inherited: readonly TextLook[],
  ): readonly TextLook[] => {
    const screens = values.length > inherited.length ? values : inherited;
    const looks = screens.map((_, at) => {
      const own = at < values.length ? values[at] : values[0];
      const parent = at < inherited.length ? inherited[at] : inherited[0];
      return lookOf(element, own ?? new Map(), parent ?? initialLook, styles.external);
    });
    return looks.length === inherited.length && looks.every((look, at) => look === inherited[at])
      ? inherited
      : looks;
  };

  /** Whether what is `visibility: hidden` is shown by a click, by scrolling or when the page is ready. */
  const comesIntoSight = (element: DomElement, values: readonly Values[], inReviews: boolean): boolean =>
    roots.has(element.name) ||
    namesMotion(element) ||
    values.some((own) => own.has('animation') || own.has('animation-name')) ||
    opensOnClick(element, { kind: 'fade', properties: ['visibility'] }, { styles, openers, inReviews });

  visit(root, { looks: [initialLook], inReviews: false });
  return hidden;
}

/** Takes nodes out of a tree. */
export function removeNodes(root: DomParent, nodes: ReadonlySet<DomNode>): void {
  if (nodes.size === 0) return;
  const pending: DomParent[] = [root];
  for (let parent = pending.pop(); parent; parent = pending.pop()) {
    parent.children = parent.children.filter((child) => !nodes.has(child));
    for (const child of parent.children) if (isElement(child)) pending.push(child);
  }
}

function hidingByAttribute(element: DomElement): Hiding | null {
  const stated = 'hidden' in element.attribs && attribute(element, 'hidden') !== 'until-found';
  return stated || attribute(element, 'aria-hidden') === 'true'
    ? { kind: 'none', properties: ['display'] }
    : null;
}

/** How styles hide an element on every screen. */
function hidingOnAll(values: readonly Values[]): Hiding | null {
  const hidings = values.map(boxHiding);
  return hidings.includes(null) ? null : (hidings[0] ?? null);
}
