import { basename, extname } from 'node:path';

/** A readable title for a file that states none: `returns-policy_2024.txt` gives `Returns policy 2024`. */
export function titleFromPath(path: string): string {
  const name = basename(path, extname(path));
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[-_+.\s]+/g, ' ')
    .replace(/%20/g, ' ')
    .trim();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}
