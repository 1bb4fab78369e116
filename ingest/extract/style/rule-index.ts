import { type DomElement, type DomParent, isElement } from '../dom.ts';
import type { Selector } from './selector.ts';

interface WithSelector {
  selector: Selector;
}

/** Rules by what their subject must have, so that an element is held against those alone that may match it. */
export interface RuleIndex<Rule> {
  byId: Map<string, Rule[]>;
  byClass: Map<string, Rule[]>;
  byTag: Map<string, Rule[]>;
  anywhere: Rule[];
  size: number;
}

/** @param mostClasses of a subject's classes, how many it is found by */
export function indexRules<Rule extends WithSelector>(
  rules: readonly Rule[],
  mostClasses = Number.POSITIVE_INFINITY,
): RuleIndex<Rule> {
  const index: RuleIndex<Rule> = {
    byId: new Map(),
    byClass: new Map(),
    byTag: new Map(),
    anywhere: [],
    size: rules.length,
  };
  for (const rule of rules) {
    const { ids = [], classes = [], tag = null } = rule.selector.parts[0]?.compound ?? {};
    const [id] = ids;
    if (id !== undefined) add(index.byId, id, rule);
    else if (classes.length > 0)
      for (const name of new Set(classes.slice(0, mostClasses))) add(index.byClass, name, rule);
    else if (tag === null) index.anywhere.push(rule);
    else add(index.byTag, tag, rule);
  }
  return index;
}

function add<Rule>(lists: Map<string, Rule[]>, key: string, rule: Rule): void {
  const list = lists.get(key);
  if (list) list.push(rule);
  else lists.set(key, [rule]);
}

/** The rules that may match an element, each once. */
export function candidates<Rule>(index: RuleIndex<Rule>, { name, attribs }: DomElement): Rule[] {
  if (index.size === 0) return [];
  const found = [...index.anywhere];
  const append = (rules: Rule[] | undefined) => {
    if (rules) for (const rule of rules) found.push(rule);
  };
  append(index.byTag.get(name));
  if (attribs.id !== undefined) append(index.byId.get(attribs.id));
  if (!attribs.class || index.byClass.size === 0) return found;
  const classes = classesIn(attribs.class);
  for (const each of classes) append(index.byClass.get(each));
  return classes.length > 1 && found.length > 1 ? [...new Set(found)] : found;
}

/** All classes and ids of a page. */
export function namesIn(root: DomParent): ReadonlySet<string> {
  const names = new Set<string>();
  const pending: DomParent[] = [root];
  for (let parent = pending.pop(); parent; parent = pending.pop()) {
    for (const child of parent.children)
      if (isElement(child) && child.name !== 'noscript' && child.name !== 'template') pending.push(child);
    if (!isElement(parent)) continue;
    const { class: classes, id } = parent.attribs;
    if (classes) for (const name of classesIn(classes)) names.add(name);
    names.add(id ?? '');
  }
  return names;
}

/** Whether the page has all classes and ids that a rule speaks of. */
export function mayMatch({ selector }: WithSelector, names: ReadonlySet<string>): boolean {
  for (const { compound } of selector.parts) {
    for (const name of compound.classes) if (!names.has(name)) return false;
    for (const id of compound.ids) if (!names.has(id)) return false;
  }
  return true;
}

function classesIn(written: string): string[] {
  return /\s/.test(written) ? written.split(/\s+/).filter((name) => name !== '') : [written];
}
