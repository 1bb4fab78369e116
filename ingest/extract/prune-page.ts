import { isReviews, nameOf, namesDialog } from './boilerplate-names.ts';
import { isComments } from './customer-words.ts';
import {
  attribute,
  type DomElement,
  type DomNode,
  type DomParent,
  descendants,
  isElement,
  textOf,
} from './dom.ts';
import type { TextMeasure } from './measure-text.ts';
import { controlledIds, type Openers } from './openers.ts';
import { isPanel } from './opens-on-click.ts';
import { isOnlyLabel, namesScreenReader } from './screen-reader-text.ts';

const dropped = new Set(
  `script style noscript template iframe object embed svg canvas audio video map nav menu
  select option input textarea datalist progress meter head link meta`.split(/\s+/),
);
const droppedRoles = new Set(
  `navigation banner contentinfo search dialog alertdialog menu menubar toolbar complementary status alert tooltip
  progressbar slider tab`.split(/\s+/),
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
  /** Whether the page is a product's: comments on it are reviews, and elsewhere they are about an article. */
  isProduct: boolean;
}

interface Place {
  inContent: boolean;
  inPanel: boolean;
  inReviews: boolean;
}

/**
 * Removes what is no text of the page: scripts, menus, banners, dialogs, sharing, related items and comments.
 * What a click opens stays: `<details>`, tab panels, whatever a control opens. Changes the tree.
 */
export function prunePage(root: DomParent, context: Context): void {
  const visit = (parent: DomParent, place: Place): void => {
    parent.children = parent.children.filter((child) => keeps(child, place, context));
    for (const child of parent.children) {
      if (!isElement(child)) continue;
      const role = attribute(child, 'role');
      visit(child, {
        inContent: place.inContent || child.name === 'main' || child.name === 'article' || role === 'main',
        inPanel: place.inPanel || isPanel(child, context.openers),
        inReviews: place.inReviews || holdsReviews(child, context),
      });
    }
  };
  visit(root, { inContent: false, inPanel: false, inReviews: false });
}

function keeps(node: DomNode, place: Place, context: Context): boolean {
  if (!isElement(node)) return node.type === 'text';
  if (dropped.has(node.name)) return false;
  if (structural.has(node.name)) return true;
  const panel = isPanel(node, context.openers);
  // A dialog that the page's text opens is a size chart or care instructions; any other is a cart or a form.
  if (isDialog(node) || ((panel || place.inPanel) && namesDialog(node)))
    return holdsSubject(node, context) || ((panel || place.inPanel) && (holdsTable(node) || informs(node)));
  if (panel || node.name === 'details') return true;
  return !isFurniture(node, place, context);
}

/** Whether an element is a panel's control, whose text the panel carries as its heading. */
function opensPanel(element: DomElement, openers: Openers): boolean {
  if (!/^(?:button|a|label)$/.test(element.name)) return false;
  if (controlledIds(element).some((id) => openers.has(id))) return true;
  const target = attribute(element, 'href');
  // A link within a sentence is part of it.
  return (
    /^#./.test(target) &&
    openers.has(target.slice(1)) &&
    element.parent != null &&
    textOf(element.parent) === textOf(element)
  );
}

const holdsReviews = (element: DomElement, { isProduct }: Context) =>
  isReviews(element) || (isProduct && isComments(element));

function isFurniture(element: DomElement, { inContent, inReviews }: Place, context: Context): boolean {
  const { openers, measures, total } = context;
  const measure = measures.get(element);
  const most = (measure ? measure.chars - measure.linkChars : 0) > total * MOST_OF_THE_PAGE;
  const role = attribute(element, 'role');
  if (role === 'complementary') return !measure?.hasSubject;
  if (role === 'tablist') return !holdsPanel(element, openers);
  if (droppedRoles.has(role)) return !most;
  if (attribute(element, 'aria-roledescription') === 'carousel') return !most;
  if (most || measure?.hasSubject) return false;
  if (element.name === 'figcaption') return holdsPicture(element.parent);
  if (element.name === 'footer' || element.name === 'aside') return true;
  if (element.name === 'header') return !inContent;
  // The panel of an accordion or a tab carries its control's text as a heading.
  if (opensPanel(element, openers)) return true;
  if (element.name === 'button') return !('aria-expanded' in element.attribs || isHeading(element.parent));
  if (element.name === 'form') return (measure?.chars ?? 0) < WORDY_FORM;
  const ofReviews = inReviews || holdsReviews(element, context);
  return nameOf(element, ofReviews) === 'furniture' && !(namesScreenReader(element) && isOnlyLabel(element));
}

function isDialog(element: DomElement): boolean {
  return (
    element.name === 'dialog' ||
    'popover' in element.attribs ||
    /^(?:alert)?dialog$/.test(attribute(element, 'role')) ||
    attribute(element, 'aria-modal') === 'true'
  );
}

const holdsSubject = (element: DomElement, { measures }: Context) =>
  measures.get(element)?.hasSubject === true;

function holdsPanel(element: DomElement, openers: Openers): boolean {
  for (const inner of descendants(element)) if (inner !== element && isPanel(inner, openers)) return true;
  return false;
}

const isHeading = (parent: DomElement['parent']) => isElement(parent) && /^h[1-6]$/.test(parent.name);

function holdsTable(element: DomElement): boolean {
  for (const inner of descendants(element)) if (inner.name === 'table') return true;
  return false;
}

const asking = new Set(['form', 'input', 'select', 'textarea', 'a']);
/** A sentence rather than a label or the state of a cart, in characters. */
const SENTENCE = 40;

/** Whether an element tells something in sentences, asks for nothing and leads nowhere. */
function informs(element: DomElement): boolean {
  let sentences = 0;
  for (const inner of descendants(element)) {
    if (asking.has(inner.name)) return false;
    if (/^(?:p|li|dd)$/.test(inner.name) && textOf(inner).length >= SENTENCE) sentences += 1;
  }
  return sentences > 0;
}

/** Whether a figure shows what text cannot, so that its caption says nothing without it. */
function holdsPicture(figure: DomElement['parent']): boolean {
  if (!isElement(figure)) return false;
  for (const element of descendants(figure))
    if (/^(?:img|picture|video|iframe|amp-img)$/.test(element.name)) return true;
  return false;
}
