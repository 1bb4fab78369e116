import { type Declarations, parseDeclarations, valuesIn } from './declarations.ts';
import { boxHiding } from './hiding.ts';
import { parseRules } from './rules.ts';
import { parseSelector, type Selector, splitList } from './selector.ts';

/** One selector of a rule, with what it declares of whether something is seen. */
export interface SheetRule {
  selector: Selector;
  declarations: Declarations;
  /** Of the `@media` blocks around it. */
  media: string[];
  /** Whether it shows what it styles when a checkbox elsewhere is checked, or when the address points at it. */
  opens: boolean;
}

const showing = ['display', 'visibility', 'opacity', 'height', 'max-height', 'clip-path', 'position', 'left'];
const tracked =
  /^(?:display|visibility|content-visibility|opacity|filter|font-size|color|-webkit-text-fill-color|background-(?:color|image|clip)|-webkit-background-clip|(?:max-)?(?:width|height|(?:block|inline)-size)|overflow(?:-[xy])?|clip|clip-path|-webkit-clip-path|text-indent|text-shadow|position|left|top|right|bottom|inset(?:-.+)?|margin(?:-.+)?|transform|(?:-webkit-)?animation(?:-name)?)$/;
/** Lets rules go unread that say nothing of the kind. */
const telling =
  /display|visib|opacity|filter|font|color|background|width|height|overflow|clip|indent|position|left|top|right|bottom|margin|inset|transform|animation|transition|shadow/i;

/** A site's pages carry the same sheets. What is kept of one takes some ten times its length, in bytes. */
const MOST_KNOWN = 2_000_000;
const knownSheets = new Map<string, readonly SheetRule[]>();
let knownLength = 0;

/** Reads a style sheet's rules as far as they may hide or show text. Never throws. */
export function readSheet(css: string): readonly SheetRule[] {
  const known = knownSheets.get(css);
  if (known !== undefined) return known;
  const rules = parseSheet(css);
  if (knownLength + css.length > MOST_KNOWN) {
    knownSheets.clear();
    knownLength = 0;
  }
  knownSheets.set(css, rules);
  knownLength += css.length;
  return rules;
}

function parseSheet(css: string): SheetRule[] {
  return parseRules(css).flatMap(({ body, selectors, media }) => {
    if (!telling.test(body) && !body.includes('\\')) return [];
    const declarations = parseDeclarations(body, isTracked);
    if (declarations.size === 0) return [];
    return splitList(selectors).flatMap((text) => {
      const selector = parseSelector(text);
      return selector ? [{ selector, declarations, media, opens: opensPanels(selector, declarations) }] : [];
    });
  });
}

const isTracked = (property: string) => tracked.test(property);

function opensPanels({ parts }: Selector, declarations: Declarations): boolean {
  const [subject, ...others] = parts;
  const state =
    others.some(({ compound }) => compound.checked) || subject?.compound.states.includes('target') === true;
  return (
    state && showing.some((name) => declarations.has(name)) && boxHiding(valuesIn(declarations)) === null
  );
}
