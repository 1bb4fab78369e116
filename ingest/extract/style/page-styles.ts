import { attribute, type DomElement, type DomParent, isElement, textData } from '../dom.ts';
import { type Declarations, parseDeclarations, type Values } from './declarations.ts';
import { type Budget, matchesSelector } from './match-selector.ts';
import { matchesMedia, viewports } from './media-query.ts';
import { readSheet, type SheetRule } from './read-sheet.ts';
import { candidates, indexRules, mayMatch, namesIn, type RuleIndex } from './rule-index.ts';

/** One selector of a rule of the page's own styles. */
export interface StyleRule extends SheetRule {
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
const unstyled: readonly Values[] = [new Map()];
const noRules: StyleRule[] = [];

/** Reads the `<style>` elements of a page and answers for its elements' `style` attributes as well. */
export function readPageStyles(root: DomParent): PageStyles {
  const { sheets, external } = findSheets(root);
  const rules = sheets
    .flatMap(({ css, media }) =>
      readSheet(css).map((rule) => ({ ...rule, media: [...media, ...rule.media], order: 0 })),
    )
    .slice(0, MOST_RULES);
  for (const [order, rule] of rules.entries()) rule.order = order;
  const names = rules.length === 0 ? null : namesIn(root);
  const index = indexRules(names === null ? [] : rules.filter((rule) => mayMatch(rule, names)), 1);
  let byAnyClass: RuleIndex<StyleRule> | undefined;
  const opening = indexRules(rules.filter((rule) => rule.opens));
  const budget: Budget = { tests: MOST_TESTS };
  const screens = rules.some((rule) => rule.media.length > 0) ? viewports : viewports.slice(0, 1);
  const known = new Map<DomElement, readonly Values[]>();
  const byRules = new Map<string, readonly Values[]>();
  const compute = (element: DomElement): readonly Values[] => {
    const found = candidates(index, element).filter((rule) =>
      matchesSelector(rule.selector, element, 'now', budget),
    );
    const written = attribute(element, 'style').slice(0, 10_000);
    if (found.length === 0 && written === '') return unstyled;
    // Most elements share their rules, or their style attribute, with others.
    const key = `${found.map(({ order }) => order).join()} ${written}`;
    const same = byRules.get(key);
    if (same) return same;
    const values = cascadeAll(found, parseDeclarations(written));
    byRules.set(key, values);
    return values;
  };
  const cascadeAll = (found: StyleRule[], inline: Declarations): readonly Values[] => {
    if (found.length === 0) return inline.size === 0 ? unstyled : [cascade([], inline)];
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
    laterRules: (element) => {
      if (rules.length === 0) return noRules;
      byAnyClass ??= indexRules(rules);
      return candidates(byAnyClass, element).filter(
        (rule) =>
          matchesSelector(rule.selector, element, 'later', budget) &&
          !matchesSelector(rule.selector, element, 'now', budget),
      );
    },
    openingRules: (element) =>
      candidates(opening, element).filter((rule) => matchesSelector(rule.selector, element, 'later', budget)),
  };
}

function findSheets(root: DomParent): { sheets: { css: string; media: string[] }[]; external: boolean } {
  const sheets: { css: string; media: string[] }[] = [];
  let external = false;
  const pending: DomParent[] = [root];
  for (let parent = pending.pop(); parent; parent = pending.pop()) {
    for (let at = parent.children.length - 1; at >= 0; at -= 1) {
      const child = parent.children[at];
      if (isElement(child) && child.name !== 'noscript' && child.name !== 'template') pending.push(child);
    }
    if (!isElement(parent)) continue;
    if (parent.name === 'link' && /\bstylesheet\b/i.test(attribute(parent, 'rel'))) external = true;
    if (parent.name !== 'style' || !/^(?:text\/css)?$/i.test(attribute(parent, 'type'))) continue;
    const css = parent.children
      .map((child) => textData(child) ?? ('data' in child ? child.data : ''))
      .join('');
    if (/@import/i.test(css)) external = true;
    const media = attribute(parent, 'media');
    sheets.push({ css, media: media === '' ? [] : [media] });
  }
  return { sheets, external };
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
