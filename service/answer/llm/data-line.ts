import { hideLinks } from './hide-links.ts';

// Characters that are not seen but read by a model (zero width, direction marks, tag characters), and control characters.
const invisible = /[\p{Cc}\p{Cf}\u{E0000}-\u{E007F}]/gu;
const meaningful = /[\n\t\u200c\u200d]/;

/**
 * One line of JSON for a prompt. Whatever the strings in `value` hold, they stay inside this line and its quotes: JSON has no
 * raw newline, the two other line breaks that JSON allows are escaped, and so is `<`, with which chat templates begin their
 * control tokens (`<|im_start|>`, `</s>`). Links are hidden.
 */
export function dataLine(value: Record<string, unknown>): string {
  const json = JSON.stringify(value, (_, item: unknown) => (typeof item === 'string' ? plain(item) : item));
  return json.replace(/[<\u2028\u2029\u0085]/g, (char) => {
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function plain(text: string): string {
  return hideLinks(text.replace(invisible, (char) => (meaningful.test(char) ? char : '')));
}
