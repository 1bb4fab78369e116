import { isOpenable, nameOf } from './boilerplate-names.ts';
import { attribute, type DomElement, type DomNode, type DomParent, descendants, isElement } from './dom.ts';
import type { TextMeasure } from './measure-text.ts';
import { controlledIds, type Openers } from './openers.ts';

const dropped = new Set(
  `script style noscript template iframe object embed svg canvas audio video map nav menu dialog
  select option input textarea datalist progress meter head link meta`.split(/\s+/),
);
const droppedRoles = new Set(
  `navigation banner contentinfo search dialog alertdialog menu menubar toolbar complementary status alert tooltip
  progressbar slider tablist tab`.split(/\s+/),
);
/** An element with this share of a page's text is the page, whatever its names say. */
const MOST_OF_THE_PAGE = 0.4;
/** A form with less text has only labels. */
const WORDY_FORM = 300;
const structural = new Set(['html', 'body', 'main', 'article']);

interface Context {
  openers: Openers;
  measures: Map<DomElement, TextMeasure>;
  /** Characters of the whole page outside links. */
  total: number;
}

/**
 * Removes what is no text of the page: scripts, menus, banners, dialogs, sharing, related items, comments, and what is
 * hidden for good. What is hidden until a click stays: `<details>`, tab panels, whatever a control opens. Changes the tree.
 */
export function prunePage(root: DomParent, context: Context): void {
  const visit = (parent: DomParent, inContent: boolean, inOpened: boolean): void => {
    parent.children = parent.children.filter((child) => keeps(child, inContent, inOpened, context));
    for (const child of parent.children) {
      if (!isElement(child)) continue;
      const content =
        inContent || child.name === 'main' || child.name === 'article' || attribute(child, 'role') === 'main';
      visit(child, content, inOpened || isPanel(child, context.openers));
    }
  };
  visit(root, false, false);
}

function keeps(node: DomNode, inContent: boolean, inOpened: boolean, context: Context): boolean {
  if (!isElement(node)) return node.type === 'text';
  if (dropped.has(node.name)) return false;
  if (structural.has(node.name)) return true;
  const panel = isPanel(node, context.openers);
  if (isHidden(node) && !panel && !inOpened && !isOpenable(node)) return false;
  // A dialog that the page's text opens and that holds a table is a size chart; any other is a cart or a form.
  if (isDialog(node)) return holdsH1(node, context) || (panel && holdsTable(node));
  if (panel || node.name === 'details') return true;
  return !isFurniture(node, inContent, context);
}

/** Whether a control opens the element, so that being hidden says nothing about it. */
export function isPanel(element: DomElement, openers: Openers): boolean {
  return attribute(element, 'role') === 'tabpanel' || openers.has(attribute(element, 'id'));
}

function opensPanel(element: DomElement, openers: Openers): boolean {
  return /^(?:button|a)$/.test(element.name) && controlledIds(element).some((id) => openers.has(id));
}

function isHidden(element: DomElement): boolean {
  if (attribute(element, 'aria-hidden') === 'true') return true;
  if ('hidden' in element.attribs && attribute(element, 'hidden') !== 'until-found') return true;
  return /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style'));
}

function isFurniture(
  element: DomElement,
  inContent: boolean,
  { openers, measures, total }: Context,
): boolean {
  const measure = measures.get(element);
  const most = (measure ? measure.chars - measure.linkChars : 0) > total * MOST_OF_THE_PAGE;
  const role = attribute(element, 'role');
  if (role === 'complementary') return !measure?.hasH1;
  if (droppedRoles.has(role)) return !most;
  if (attribute(element, 'aria-roledescription') === 'carousel') return !most;
  if (most || measure?.hasH1) return false;
  if (element.name === 'figcaption') return holdsPicture(element.parent);
  if (element.name === 'footer' || element.name === 'aside') return true;
  if (element.name === 'header') return !inContent;
  // The panel of an accordion or a tab carries its control's text as a heading.
  if (opensPanel(element, openers)) return true;
  if (element.name === 'button') return !('aria-expanded' in element.attribs);
  if (element.name === 'form') return (measure?.chars ?? 0) < WORDY_FORM;
  return nameOf(element) === 'furniture';
}

function isDialog(element: DomElement): boolean {
  return /^(?:alert)?dialog$/.test(attribute(element, 'role')) || attribute(element, 'aria-modal') === 'true';
}

const holdsH1 = (element: DomElement, { measures }: Context) => measures.get(element)?.hasH1 === true;

function holdsTable(element: DomElement): boolean {
  for (const inner of descendants(element)) if (inner.name === 'table') return true;
  return false;
}

/** Whether a figure shows what text cannot, so that its caption says nothing without it. */
function holdsPicture(figure: DomElement['parent']): boolean {
  if (!isElement(figure)) return false;
  for (const element of descendants(figure))
    if (/^(?:img|picture|video|iframe|amp-img)$/.test(element.name)) return true;
  return false;
}
