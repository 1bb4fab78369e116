import { attribute, type DomElement, type DomParent, isElement, textData } from '../dom.ts';
import { type Declarations, parseDeclarations, type Values, valuesIn } from './declarations.ts';
import { boxHiding } from './hiding.ts';
import { type Budget, matchesSelector } from './match-selector.ts';
import { matchesMedia, viewports } from './media-query.ts';
import { parseRules } from './rules.ts';
import { parseSelector, type Selector, splitList } from './selector.ts';

/** One selector of a rule of the page's own styles. */
export interface StyleRule {
  selector: Selector;
  declarations: Declarations;
  media: string[];
  order: number;
}

/** What a page says itself about the looks of its elements. */
export interface PageStyles {
  /** Whether there are style sheets besides, which are not read. */
  external: boolean;
  /** What is declared for an element, for a computer's screen and for a telephone's, or for both at once. */
  valuesOf(element: DomElement): readonly Values[];
  /** Rules that do not hold for an element yet, and may once somebody has clicked. */
  laterRules(element: DomElement): StyleRule[];
  /** Rules that style an element where a checkbox is checked, or it is what the address points at. */
  openingRules(element: DomElement): StyleRule[];
}

const MOST_RULES = 20_000;
const MOST_TESTS = 2_000_000;
const showing = ['display', 'visibility', 'opacity', 'height', 'max-height', 'clip-path', 'position', 'left'];
const unstyled: readonly Values[] = [new Map()];
const tracked =
  /^(?:display|visibility|content-visibility|opacity|filter|font-size|color|-webkit-text-fill-color|background-(?:color|image|clip)|-webkit-background-clip|(?:max-)?(?:width|height|(?:block|inline)-size)|overflow(?:-[xy])?|clip|clip-path|-webkit-clip-path|text-indent|text-shadow|position|left|top|right|bottom|inset(?:-.+)?|margin(?:-.+)?|transform|(?:-webkit-)?animation(?:-name)?)$/;
/** Lets rules go unread that say nothing of the kind. */
const telling =
  /display|visib|opacity|filter|font|color|background|width|height|overflow|clip|indent|position|left|top|right|bottom|margin|inset|transform|animation|transition|shadow/i;

/** Reads the `<style>` elements of a page and answers for its elements' `style` attributes as well. */
export function readPageStyles(root: DomParent): PageStyles {
  const { sheets, external, names } = findSheets(root);
  const rules = sheets.flatMap(({ css, media }) => readSheet(css, media)).slice(0, MOST_RULES);
  for (const [order, rule] of rules.entries()) rule.order = order;
  const index = indexRules(
    rules.filter((rule) => mayMatch(rule, names)),
    1,
  );
  const byAnyClass = indexRules(rules);
  const opening = indexRules(rules.filter(opensPanels));
  const budget: Budget = { tests: MOST_TESTS };
  const screens = rules.some((rule) => rule.media.length > 0) ? viewports : viewports.slice(0, 1);
  const known = new Map<DomElement, readonly Values[]>();
  const byRules = new Map<string, readonly Values[]>();
  const compute = (element: DomElement): readonly Values[] => {
    const found = candidates(index, element).filter((rule) =>
      matchesSelector(rule.selector, element, 'now', budget),
    );
    const inline = parseDeclarations(attribute(element, 'style').slice(0, 10_000));
    if (found.length === 0) return inline.size === 0 ? unstyled : [cascade([], inline)];
    // Most elements share their rules with others.
    const key = inline.size === 0 ? found.map(({ order }) => order).join() : '';
    const same = byRules.get(key);
    if (same) return same;
    const values = cascadePerScreen(found, inline);
    if (key !== '') byRules.set(key, values);
    return values;
  };
  const cascadePerScreen = (found: StyleRule[], inline: Declarations): readonly Values[] => {
    return screens.map((screen) =>
      cascade(
        found.filter(({ media }) => media.every((list) => matchesMedia(list, screen))),
        inline,
      ),
    );
  };
  return {
    external,
    valuesOf: (element) => {
      if (rules.length === 0 && !('style' in element.attribs)) return unstyled;
      const values = known.get(element) ?? compute(element);
      known.set(element, values);
      return values;
    },
    laterRules: (element) =>
      candidates(byAnyClass, element).filter(
        (rule) =>
          matchesSelector(rule.selector, element, 'later', budget) &&
          !matchesSelector(rule.selector, element, 'now', budget),
      ),
    openingRules: (element) =>
      candidates(opening, element).filter((rule) => matchesSelector(rule.selector, element, 'later', budget)),
  };
}

function findSheets(root: DomParent): {
  sheets: { css: string; media: string[] }[];
  external: boolean;
  names: ReadonlySet<string>;
} {
  const names = new Set<string>();
  const sheets: { css: string; media: string[] }[] = [];
  let external = false;
  const pending: DomParent[] = [root];
  for (let parent = pending.pop(); parent; parent = pending.pop()) {
    for (const child of parent.children.toReversed()) {
      if (!isElement(child) || child.name === 'noscript' || child.name === 'template') continue;
      pending.push(child);
    }
    if (!isElement(parent)) continue;
    for (const name of attribute(parent, 'class').split(/\s+/)) names.add(name);
    names.add(attribute(parent, 'id'));
    if (parent.name === 'link' && /\bstylesheet\b/i.test(attribute(parent, 'rel'))) external = true;
    if (parent.name !== 'style' || !/^(?:text\/css)?$/i.test(attribute(parent, 'type'))) continue;
    const css = parent.children
      .map((child) => textData(child) ?? ('data' in child ? child.data : ''))
      .join('');
    if (/@import/i.test(css)) external = true;
    const media = attribute(parent, 'media');
    sheets.push({ css, media: media === '' ? [] : [media] });
  }
  return { sheets, external, names };
}

function readSheet(css: string, media: string[]): StyleRule[] {
  return parseRules(css).flatMap((rule) => {
    if (!telling.test(rule.body) && !rule.body.includes('\\')) return [];
    const declarations = parseDeclarations(rule.body);
    for (const name of declarations.keys()) if (!tracked.test(name)) declarations.delete(name);
    if (declarations.size === 0) return [];
    return splitList(rule.selectors).flatMap((text) => {
      const selector = parseSelector(text);
      return selector ? [{ selector, declarations, media: [...media, ...rule.media], order: 0 }] : [];
    });
  });
}

/** Whether a rule shows what it styles when a checkbox elsewhere is checked, or when the address points at it. */
function opensPanels({ selector, declarations }: StyleRule): boolean {
  const [subject, ...others] = selector.parts;
  const state =
    others.some(({ compound }) => compound.checked) || subject?.compound.states.includes('target') === true;
  return (
    state && showing.some((name) => declarations.has(name)) && boxHiding(valuesIn(declarations)) === null
  );
}

/** Whether the page has all classes and ids that a rule speaks of. */
const mayMatch = ({ selector }: StyleRule, names: ReadonlySet<string>) =>
  selector.parts.every(({ compound }) =>
    [...compound.classes, ...compound.ids].every((name) => names.has(name)),
  );

/** Rules by what their subject must have, so that an element is held against those alone that may match it. */
function indexRules(rules: StyleRule[], mostClasses = Number.POSITIVE_INFINITY): Map<string, StyleRule[]> {
  const index = new Map<string, StyleRule[]>();
  for (const rule of rules) {
    const { ids = [], classes = [], tag = null } = rule.selector.parts[0]?.compound ?? {};
    const keys =
      ids.length > 0
        ? ids.slice(0, 1).map((id) => `#${id}`)
        : classes.length > 0
          ? classes.slice(0, mostClasses).map((name) => `.${name}`)
          : [tag ?? '*'];
    for (const key of new Set(keys)) {
      const list = index.get(key);
      if (list) list.push(rule);
      else index.set(key, [rule]);
    }
  }
  return index;
}

function candidates(index: Map<string, StyleRule[]>, element: DomElement): StyleRule[] {
  if (index.size === 0) return [];
  const names = attribute(element, 'class')
    .split(/\s+/)
    .filter(Boolean)
    .map((name) => `.${name}`);
  const keys = ['*', element.name, `#${attribute(element, 'id')}`, ...names];
  const found = keys.flatMap((key) => index.get(key) ?? []);
  return found.length > 1 ? [...new Set(found)] : found;
}

/** CSS Cascade 4, section 6, for one origin. */
function cascade(rules: StyleRule[], inline: Declarations): Values {
  const values = new Map<string, string>();
  const ordered = rules.toSorted(
    (left, right) => left.selector.specificity - right.selector.specificity || left.order - right.order,
  );
  for (const wanted of [false, true]) {
    for (const declarations of [...ordered.map((rule) => rule.declarations), inline]) {
      for (const [property, { value, important }] of declarations)
        if (important === wanted) values.set(property, value);
    }
  }
  return values;
}
