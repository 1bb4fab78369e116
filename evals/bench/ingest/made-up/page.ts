/** Something that a page says and that a shopper may ask for. */
export interface StatedFact {
  kind: 'price' | 'specification' | 'table cell' | 'accordion answer';
  /** What belongs together. A passage that holds all of it tells the fact by itself; no other page says the same. */
  parts: string[];
}

/** One page of the made-up shop, with what is true of it. */
export interface MadeUpPage {
  path: string;
  html: string;
  facts: StatedFact[];
  /** Texts in the page that nobody sees in a browser: left over, or put there for machines. */
  hidden: { text: string; isOrder: boolean }[];
  /** A sentence of the main text that stands alone in its line, for an edit; null where there is none. */
  editable: string | null;
}

/** The text between the tags of HTML that was written here: no entities, no `<` in attributes. */
export function textOf(html: string): string {
  return html
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The text of the scripts in HTML that was written here. */
export function scriptTextOf(html: string): string {
  return [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n');
}
