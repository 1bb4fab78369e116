import { type DomElement, isElement, textOf } from './dom.ts';

const superscripts = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
const subscripts = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];

/**
 * Text of a `<sup>` or `<sub>`, so that its digits never run into the number before it: cents get their point
 * (`$12<sup>99</sup>` reads `$12.99`), other digits keep their height (`m²`), marks of footnotes go.
 * @param before the end of the line so far
 */
export function superscript(element: DomElement, before: string): string {
  const text = textOf(element);
  const linked = element.children.some((child) => isElement(child) && child.name === 'a');
  if (linked && /^\[?[\p{N}*†‡]{1,3}\]?$/u.test(text)) return '';
  if (!/^\d+$/.test(text)) return text;
  if (element.name === 'sup' && text.length === 2 && /\p{Sc}\s?\d[\d,.\s]*$/u.test(before)) return `.${text}`;
  const digits = element.name === 'sup' ? superscripts : subscripts;
  return [...text].map((digit) => digits[Number(digit)]).join('');
}
