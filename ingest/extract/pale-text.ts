import { type DomElement, isBlock, isElement, textData } from './dom.ts';
import { sameToTheEye } from './style/color.ts';
import type { TextLook } from './style/text-look.ts';

const WHITE = { r: 255, g: 255, b: 255, a: 1 };

/**
 * Whether text is white where styles that are not read may paint the background, yet nothing speaks for a dark one: it stands
 * in a line of other text, or in what a shopper wrote. White text that fills a box of its own is a banner's.
 */
export function isPaleAmidText(element: DomElement, looks: readonly TextLook[], inReviews: boolean): boolean {
  const pale = looks.every(
    ({ color, background }) => color !== null && background === null && sameToTheEye(color, WHITE),
  );
  if (!pale) return false;
  if (inReviews) return true;
  for (let inner: DomElement['parent'] = element; isElement(inner) && !isBlock(inner); inner = inner.parent) {
    if ('class' in inner.attribs || 'id' in inner.attribs) return false;
    const self: DomElement = inner;
    const line = self.parent?.children ?? [];
    if (line.some((node) => node !== self && /[\p{L}\p{N}]/u.test(textData(node) ?? ''))) return true;
  }
  return false;
}
