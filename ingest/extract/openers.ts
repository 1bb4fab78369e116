import { attribute, type DomElement, type DomParent, isElement, nameWords, textOf } from './dom.ts';

/** Names of what opens a panel of the page's text (accordion, tab), by the panel's id. */
export type Openers = ReadonlyMap<string, string>;

const contentTags = new Set(['main', 'article']);
// What opens a menu, a cart drawer or a filter is no heading of text.
const chromeTags = new Set(['nav', 'header', 'footer']);
const chromeRoles = new Set(['navigation', 'banner', 'contentinfo', 'search', 'toolbar']);

/** Reads which controls open which panels, so that text which is hidden until a click is kept and keeps its name. */
export function readOpeners(root: DomParent): Openers {
  const openers = new Map<string, string>();
  const ids = new Set<string>();
  const pending: { parent: DomParent; chrome: boolean; tabs: boolean }[] = [
    { parent: root, chrome: false, tabs: false },
  ];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { children } = next.parent;
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const child = children[at];
      if (!isElement(child)) continue;
      if (child.attribs.id) ids.add(child.attribs.id);
      const role = attribute(child, 'role');
      const chrome =
        contentTags.has(child.name) || role === 'main' ? false : next.chrome || isChrome(child, role);
      const tabs = next.tabs || role === 'tablist' || namesTabs(child);
      if (!chrome) for (const id of controlledIds(child, role, tabs)) setName(openers, id, child);
      pending.push({ parent: child, chrome, tabs });
    }
  }
  for (const id of openers.keys()) if (!ids.has(id)) openers.delete(id);
  return openers;
}

function namesTabs(element: DomElement): boolean {
  const words = nameWords(element);
  return words.includes('tab') || words.includes('tabs');
}

function isChrome(element: DomElement, role: string): boolean {
  return (
    chromeTags.has(element.name) ||
    chromeRoles.has(role) ||
    attribute(element, 'aria-roledescription') === 'carousel'
  );
}

/** Attributes of a page's own scripts that name a panel. */
const panelData =
  /^data-(?:[a-z-]*-)?(?:tab|panel|pane|toggle|collapse|accordion|content|modal|popup|dialog|drawer)(?:-(?:id|target|controls))?$/;

const controlling = new Set(['aria-controls', 'popovertarget', 'commandfor', 'onclick', 'href']);
const noIds: readonly string[] = [];

/** A cheap look, as most elements have no attribute that may name a panel. */
function mayControl({ attribs }: DomElement, inTabs: boolean): boolean {
  for (const name in attribs)
    if (
      name.startsWith('data-') ||
      (controlling.has(name) && (name !== 'href' || inTabs || 'role' in attribs))
    )
      return true;
  return false;
}

/** The ids of the panels that an element opens, as far as they can be told from its attributes. */
export function controlledIds(
  control: DomElement,
  role = attribute(control, 'role'),
  tabs = false,
): readonly string[] {
  if (control.name === 'input' || control.name === 'select' || !mayControl(control, tabs)) return noIds;
  const ids = attribute(control, 'aria-controls').split(/\s+/).filter(Boolean);
  for (const name of ['popovertarget', 'commandfor'])
    if (control.attribs[name]) ids.push(control.attribs[name]);
  const targets = [attribute(control, 'data-target'), attribute(control, 'data-bs-target')];
  // `onclick="openTab(event, 'care')"`
  for (const [, id = ''] of attribute(control, 'onclick')
    .slice(0, 500)
    .matchAll(/["']#?([\w-]+)["']/g))
    ids.push(id);
  for (const name in control.attribs)
    if (name.startsWith('data-') && panelData.test(name))
      ids.push(attribute(control, name).replace(/^#/, ''));
  if (role === 'tab' || tabs) targets.push(attribute(control, 'href'));
  for (const target of targets) if (/^#\S+$/.test(target)) ids.push(target.slice(1));
  return ids;
}

function setName(openers: Map<string, string>, id: string, control: DomElement): void {
  if (openers.has(id)) return;
  const name = textOf(control) || attribute(control, 'aria-label');
  if (name.length <= 300) openers.set(id, name);
}
