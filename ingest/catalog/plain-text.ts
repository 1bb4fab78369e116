import { cleanLine } from '../extract/dom.ts';
import { parsePage } from '../extract/parse-page.ts';

/** One clean line of a catalog's value, which may hold HTML entities or tags by accident: `Ben &amp; Co`. */
export function plainText(value: string): string {
  if (!/[<&]/.test(value)) return cleanLine(value);
  if (!/&(?:#\w+|\w+);|<\/?[a-z]/i.test(value)) return cleanLine(value);
  return cleanLine(parsePage(value).root().text());
}
