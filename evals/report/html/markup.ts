import { escapeMarkup } from '../escape.ts';

/** HTML or SVG that is safe to send: made by `html` alone, which escapes every text put into it. */
export interface Markup {
  readonly markup: string;
}

type Slot = Markup | string | number | null | undefined | false | readonly Slot[];

/** A tagged template: texts and numbers in it are escaped, markup is not, lists are joined, null and false are nothing. */
export function html(strings: TemplateStringsArray, ...slots: Slot[]): Markup {
  const pieces = strings.flatMap((text, index) => [text, index < slots.length ? fill(slots[index]) : '']);
  return { markup: pieces.join('') };
}

export const nothing: Markup = { markup: '' };

function fill(slot: Slot): string {
  if (slot === null || slot === undefined || slot === false) return '';
  if (typeof slot === 'string') return escapeMarkup(slot);
  if (typeof slot === 'number') return String(slot);
  return 'markup' in slot ? slot.markup : slot.map(fill).join('');
}

/**
 * JSON for a `<script type="application/json">`: no text in it can end the element or begin a comment, as both need a
 * `<` (HTML Living Standard, "Restrictions for contents of script elements").
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
