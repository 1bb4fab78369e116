import { isOpenable, isOpenerHeading } from './boilerplate-names.ts';
import { attribute, childElements, type DomElement, isBlock, isElement, textOf } from './dom.ts';
import type { Openers } from './openers.ts';
import { valuesIn } from './style/declarations.ts';
import { type Hiding, undoes } from './style/hiding.ts';
import type { PageStyles } from './style/page-styles.ts';

/** How far above a panel its control may stand beside it: both may be wrapped once or twice. */
const WRAPPERS = 3;
const LONGEST_CONTROL = 300;

/**
 * Whether what is hidden is shown once somebody clicks: a control names it, a rule of the page's own shows it in another
 * state, it stands after a button, or its names say so and something to click stands before it.
 */
export function opensOnClick(
  element: DomElement,
  hiding: Hiding,
  { styles, openers, inReviews }: { styles: PageStyles; openers: Openers; inReviews: boolean },
): boolean {
  if (isPanel(element, openers)) return true;
  if (styles.laterRules(element).some(({ declarations }) => undoes(valuesIn(declarations), hiding)))
    return true;
  // What shoppers write may bear any name, and says nothing of how a page works.
  if (inReviews || !isBlock(element)) return false;
  return isOpenable(element) ? followsControl(element, isControl) : followsControl(element, isButton);
}

/** Whether a control opens the element, so that being hidden says nothing about it. */
export function isPanel(element: DomElement, openers: Openers): boolean {
  return attribute(element, 'role') === 'tabpanel' || openers.has(attribute(element, 'id'));
}

/** Whether the nearest text before an element is a control. */
function followsControl(element: DomElement, matches: (candidate: DomElement) => boolean): boolean {
  let inner = element;
  for (let up = 0; up < WRAPPERS; up += 1) {
    const { parent } = inner;
    if (!parent) return false;
    const siblings = childElements(parent);
    const before = siblings.slice(0, siblings.indexOf(inner)).findLast((sibling) => textOf(sibling) !== '');
    if (before) return matches(before) || childElements(before).some(matches);
    if (!isElement(parent)) return false;
    inner = parent;
  }
  return false;
}

/** What is clicked, in an accordion or among tabs that are known by their names. */
function isControl(candidate: DomElement): boolean {
  return (
    isButton(candidate) ||
    /^(?:a|label|h[1-6]|dt|summary)$/.test(candidate.name) ||
    isOpenerHeading(candidate) ||
    isOpenable(candidate)
  );
}

/** A button that does not send a form. */
function isButton(candidate: DomElement): boolean {
  const button = candidate.name === 'button' || attribute(candidate, 'role') === 'button';
  return button && attribute(candidate, 'type') !== 'submit' && textOf(candidate).length <= LONGEST_CONTROL;
}
