/** Stands in prompts where a passage has a link. */
export const linkPlaceholder = '[link]';

const scheme = String.raw`\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"'\])}]+`;
const opaque = String.raw`\b(?:javascript:|data:[a-z]+\/|mailto:)[^\s<>"')\]]+`;
const www = String.raw`\bwww\.[^\s<>"'\])}]+`;
// A host with a path, or with one of the endings under which shops and shorteners live; `@` before it is an e-mail address.
const host = String.raw`(?<![@\w.-])(?:[a-z0-9-]+\.)+(?:[a-z]{2,24}(?::\d+)?\/[^\s<>"'\])}]*|(?:com|net|org|shop|store|app|dev|info|biz|co\.uk)\b(?!\.?[a-z0-9@]))`;
const link = new RegExp(`${scheme}|${opaque}|${www}|${host}`, 'giu');
const markdownLink = /\[([^\]\n]*)\]\([^)\s]*(?:\s+"[^"]*")?\)/gu;

/**
 * Replaces each link by a placeholder, and a Markdown link by its words, so that a model neither sees a URL nor is led to
 * write one. E-mail addresses and phone numbers stay: a shopper may need them.
 */
export function hideLinks(text: string): string {
  return text
    .replace(/\bmailto:/giu, '')
    .replace(markdownLink, (_, words: string) => words || linkPlaceholder)
    .replace(link, (found) => linkPlaceholder + (/[.,;:!?]+$/.exec(found)?.[0] ?? ''));
}

/** Whether a text has anything that a chat client could turn into a link, or that a shopper would copy as one. */
export function containsLink(text: string): boolean {
  link.lastIndex = 0;
  markdownLink.lastIndex = 0;
  return link.test(text) || markdownLink.test(text);
}
