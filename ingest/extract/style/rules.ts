/** A style rule as it is written, with the conditions of the `@media` blocks around it. */
export interface CssRule {
  selectors: string;
  body: string;
  media: string[];
}

/** A page's own styles are far smaller; what follows is not read. */
const LONGEST_SHEET = 1_000_000;
/** Blocks whose rules hold as those outside of them do. */
const TRANSPARENT = /^@(?:layer|supports)\b/i;

interface Frame {
  kind: 'media' | 'group' | 'skip' | 'style';
  prelude: string;
  /** A style rule's declarations, those before its last nested block. */
  body: string;
  /** Where the rest of its body begins, and where the last declaration of it ends. */
  from: number;
  to: number;
}

const [QUOTE, APOSTROPHE, BACKSLASH, NEWLINE, SEMICOLON, OPEN, CLOSE] = [34, 39, 92, 10, 59, 123, 125];

/** Reads a style sheet's rules (CSS Syntax, section 5), those nested in other rules left out. Linear; never throws. */
export function parseRules(sheet: string): CssRule[] {
  const css = sheet.slice(0, LONGEST_SHEET).replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g, ' ');
  const rules: CssRule[] = [];
  const open: Frame[] = [];
  let from = 0;
  for (let at = 0; at < css.length; at += 1) {
    const mark = css.charCodeAt(at);
    if (mark === QUOTE || mark === APOSTROPHE) at = endOfString(css, at);
    if (mark !== OPEN && mark !== CLOSE && mark !== SEMICOLON) continue;
    const frame = open.at(-1);
    if (mark === SEMICOLON) {
      if (frame) frame.to = at + 1;
    } else if (mark === OPEN) {
      if (frame?.kind === 'style') frame.body += css.slice(frame.from, frame.to);
      const prelude = css.slice(from, at).trim();
      open.push({ kind: kindOf(prelude, frame), prelude, body: '', from: at + 1, to: at + 1 });
    } else {
      open.pop();
      if (frame?.kind === 'style') {
        const body = `${frame.body}${css.slice(frame.from, at)};`;
        const media = open.flatMap(({ kind, prelude }) =>
          kind === 'media' ? [prelude.slice(6).trim()] : [],
        );
        rules.push({ selectors: frame.prelude, body, media });
      }
      const outer = open.at(-1);
      if (outer) outer.from = outer.to = at + 1;
    }
    from = at + 1;
  }
  return rules;
}

/** @returns the offset of a string's last character: its closing quote, the line's end, or the sheet's. */
function endOfString(css: string, start: number): number {
  const quote = css.charCodeAt(start);
  for (let at = start + 1; at < css.length; at += 1) {
    const code = css.charCodeAt(at);
    if (code === quote || code === NEWLINE) return at;
    if (code === BACKSLASH) at += 1;
  }
  return css.length;
}

function kindOf(prelude: string, parent: Frame | undefined): Frame['kind'] {
  if (parent?.kind === 'skip' || parent?.kind === 'style') return 'skip';
  if (/^@media\b/i.test(prelude)) return 'media';
  if (TRANSPARENT.test(prelude)) return 'group';
  return prelude.startsWith('@') ? 'skip' : 'style';
}
