import { attribute, childElements, type DomElement, isElement } from '../dom.ts';
import type { AttributeTest, Compound, Selector } from './selector.ts';

/**
 * `now`: as the page is when it has been loaded. `later`: as it may be once somebody has clicked: states may hold, controls
 * be checked, and an element that has one of a compound's classes be given the others (`.answer` and `.answer.is-open`).
 */
type Moment = 'now' | 'later';

/** Tests that may still be made on a page, so that hostile selectors cost no more than a moment. */
export interface Budget {
  tests: number;
}

/** Whether a selector matches an element. */
export function matchesSelector(
  { parts }: Selector,
  element: DomElement,
  moment: Moment,
  budget: Budget,
): boolean {
  // Where the subject itself is named, the containers around it may have been given their classes.
  const subject = parts[0]?.compound;
  const ownName =
    moment === 'later' &&
    subject !== undefined &&
    (subject.ids.length > 0 || subject.classes.some((name) => hasClass(element, name)));
  const from = (at: number, candidate: DomElement): boolean => {
    const part = parts[at];
    budget.tests -= 1;
    if (!part || budget.tests < 0) return false;
    if (!matchesCompound(part.compound, candidate, moment, ownName && at > 0)) return false;
    if (at === parts.length - 1) return true;
    // The combinator between two parts is kept by the one on the right.
    if (part.combinator === '+' || part.combinator === '~')
      return siblingsBefore(candidate, part.combinator, budget).some((sibling) => from(at + 1, sibling));
    for (let outer = candidate.parent; isElement(outer); outer = outer.parent) {
      if (from(at + 1, outer)) return true;
      if (part.combinator === '>') break;
    }
    return false;
  };
  return from(0, element);
}

function siblingsBefore(element: DomElement, combinator: '+' | '~', budget: Budget): DomElement[] {
  const siblings = element.parent ? childElements(element.parent) : [];
  budget.tests -= siblings.length >> 3;
  const before = siblings.slice(0, siblings.indexOf(element));
  return combinator === '+' ? before.slice(-1) : before.toReversed();
}

function matchesCompound(
  compound: Compound,
  element: DomElement,
  moment: Moment,
  classesMayCome: boolean,
): boolean {
  const { tag, ids, classes, attributes, not, anyOf } = compound;
  if (tag !== null && tag !== element.name) return false;
  if (!ids.every((id) => attribute(element, 'id') === id)) return false;
  if (moment === 'later') {
    const present = classes.filter((name) => hasClass(element, name)).length;
    return classes.length === 0 || present > 0 || classesMayCome;
  }
  return (
    classes.every((name) => hasClass(element, name)) &&
    attributes.every((test) => hasAttribute(element, test)) &&
    !not.some((other) => matchesCompound(other, element, moment, false)) &&
    anyOf.every((others) => others.some((other) => matchesCompound(other, element, moment, false))) &&
    compound.states.length === 0 &&
    (!compound.checked || 'checked' in element.attribs) &&
    (!compound.first || isAtEnd(element, 0)) &&
    (!compound.last || isAtEnd(element, -1))
  );
}

function hasClass(element: DomElement, name: string): boolean {
  const names = attribute(element, 'class');
  const at = names.indexOf(name);
  if (at < 0) return false;
  return names.length === name.length || names.split(/\s+/).includes(name);
}

function hasAttribute(element: DomElement, { name, operator, value }: AttributeTest): boolean {
  const actual = element.attribs[name];
  if (actual === undefined) return false;
  if (operator === '') return true;
  if (operator === '=') return actual === value;
  if (value === '') return false;
  if (operator === '~=') return actual.split(/\s+/).includes(value);
  if (operator === '|=') return actual === value || actual.startsWith(`${value}-`);
  if (operator === '^=') return actual.startsWith(value);
  return operator === '$=' ? actual.endsWith(value) : actual.includes(value);
}

function isAtEnd(element: DomElement, at: 0 | -1): boolean {
  return element.parent != null && childElements(element.parent).at(at) === element;
}
