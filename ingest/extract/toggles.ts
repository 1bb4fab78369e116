import { isOpenable, isOpenerHeading } from './boilerplate-names.ts';
import {
  attribute,
  childElements,
  type DomElement,
  type DomParent,
  descendants,
  isBlock,
  isElement,
  textOf,
} from './dom.ts';
import { boxHiding } from './style/hiding.ts';
import type { PageStyles } from './style/page-styles.ts';

/** How far above a panel its checkbox may stand. */
const WRAPPERS = 3;

/**
 * Finds accordions and tabs that are made of styles alone (`input:checked ~ .panel`, `.panel:target`), and marks their labels
 * and links with `aria-controls`, as other pages do, so that panels keep their names. Changes attributes only.
 */
export function linkToggles(root: DomParent, styles: PageStyles): void {
  const elements = root.children.filter(isElement).flatMap((child) => [...descendants(child)]);
  const labels = new Map<string, DomElement>();
  const links = new Map<string, DomElement>();
  const toggles = new Set<string>();
  for (const element of elements) {
    if (element.name === 'label') setOnce(labels, attribute(element, 'for'), element);
    if (element.name === 'a' && attribute(element, 'href').startsWith('#'))
      setOnce(links, attribute(element, 'href').slice(1), element);
    if (isToggle(element)) toggles.add(attribute(element, 'id'));
  }
  let made = 0;
  const link = (control: DomElement | undefined, panel: DomElement) => {
    if (!control || control === panel || 'aria-controls' in control.attribs || isMostlyLinks(panel)) return;
    if (attribute(panel, 'id') === '') {
      made += 1;
      panel.attribs.id = `toggled-panel-${made}`;
    }
    control.attribs['aria-controls'] = attribute(panel, 'id');
  };
  for (const panel of elements) {
    for (const { selector } of styles.openingRules(panel)) {
      const checked = selector.parts.find(({ compound }) => compound.checked)?.compound;
      if (checked) link(labels.get(checked.ids[0] ?? toggleBefore(panel)), panel);
      else link(links.get(attribute(panel, 'id')), panel);
    }
  }
  for (const button of elements) {
    const panel =
      button.name === 'button' && attribute(button, 'type') !== 'submit' ? elementAfter(button) : undefined;
    if (!panel || !isBlock(panel) || textOf(panel) === '') continue;
    const hidden =
      styles.valuesOf(panel).every((values) => boxHiding(values) !== null) || 'hidden' in panel.attribs;
    const named = isOpenerHeading(button) || isOpenable(button) || isOpenable(panel);
    if (named || hidden) link(button, panel);
  }
  for (const [id, label] of labels) {
    const panel = toggles.has(id) ? elementAfter(label) : undefined;
    const named = [label, label.parent, panel].some((element) => isElement(element) && isOpenable(element));
    if (panel && named && isBlock(panel) && !holdsToggle(panel)) link(label, panel);
  }
}

function setOnce(map: Map<string, DomElement>, key: string, element: DomElement): void {
  if (key !== '' && !map.has(key) && textOf(element) !== '') map.set(key, element);
}

const isToggle = (element: DomElement) =>
  element.name === 'input' && /^(?:checkbox|radio)$/.test(attribute(element, 'type'));

const holdsToggle = (element: DomElement) => [...descendants(element)].some(isToggle);

/** The id of the nearest checkbox before a panel or before what wraps it. */
function toggleBefore(panel: DomElement): string {
  let inner = panel;
  for (let up = 0; up < WRAPPERS; up += 1) {
    const { parent } = inner;
    if (!parent) return '';
    const siblings = childElements(parent);
    const toggle = siblings.slice(0, siblings.indexOf(inner)).findLast(isToggle);
    if (toggle) return attribute(toggle, 'id');
    if (!isElement(parent)) return '';
    inner = parent;
  }
  return '';
}

function elementAfter(element: DomElement): DomElement | undefined {
  const siblings = element.parent ? childElements(element.parent) : [];
  return siblings[siblings.indexOf(element) + 1];
}

/** A menu that a checkbox opens is no text. */
function isMostlyLinks(panel: DomElement): boolean {
  let linked = 0;
  for (const element of descendants(panel)) if (element.name === 'a') linked += textOf(element).length;
  return linked * 2 > textOf(panel).length;
}
