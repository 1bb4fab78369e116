/** A text as a part of a regular expression, with or without the flag `u`, that matches just it. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
