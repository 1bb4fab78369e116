/** A style rule as it is written, with the conditions of the `@media` blocks around it. */
export interface CssRule {
  selectors: string;
  body: string;
  media: string[];
}

/** A page's own styles are far smaller; what follows is not read. */
const LONGEST_SHEET = 1_000_000;
const MARK = /"(?:\\[\s\S]|[^"\\\n])*["\n]?|'(?:\\[\s\S]|[^'\\\n])*['\n]?|[{};]/g;
/** Blocks whose rules hold as those outside of them do. */
const TRANSPARENT = /^@(?:layer|supports)\b/i;

interface Frame {
  kind: 'media' | 'group' | 'skip' | 'style';
  prelude: string;
  body: string;
}

/** Reads a style sheet's rules (CSS Syntax, section 5), those nested in other rules left out. Linear; never throws. */
export function parseRules(sheet: string): CssRule[] {
  const css = sheet.slice(0, LONGEST_SHEET).replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g, ' ');
  const rules: CssRule[] = [];
  const open: Frame[] = [];
  let from = 0;
  for (const { 0: mark, index } of css.matchAll(MARK)) {
    if (mark !== '{' && mark !== '}' && mark !== ';') continue;
    const written = css.slice(from, index);
    const frame = open.at(-1);
    from = index + 1;
    if (mark === '{') open.push({ kind: kindOf(written.trim(), frame), prelude: written.trim(), body: '' });
    else if (frame?.kind === 'style') frame.body += `${written};`;
    if (mark !== '}') continue;
    open.pop();
    if (frame?.kind !== 'style') continue;
    const media = open.flatMap(({ kind, prelude }) => (kind === 'media' ? [prelude.slice(6).trim()] : []));
    rules.push({ selectors: frame.prelude, body: frame.body, media });
  }
  return rules;
}

function kindOf(prelude: string, parent: Frame | undefined): Frame['kind'] {
  if (parent?.kind === 'skip' || parent?.kind === 'style') return 'skip';
  if (/^@media\b/i.test(prelude)) return 'media';
  if (TRANSPARENT.test(prelude)) return 'group';
  return prelude.startsWith('@') ? 'skip' : 'style';
}
