/** Escapes text for element content and for attributes in double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Inline markup of the data files: `**bold**` and `[text](href)`; everything else is text. */
export function inline(text: string): string {
  return escapeHtml(text)
    .replaceAll(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replaceAll(/\[([^\]]+)\]\(([^)\s]+)\)/g, '<a href="$2">$1</a>');
}

/** The text of inline markup, for JSON-LD. */
export function plain(text: string): string {
  return text.replaceAll(/\*\*(.+?)\*\*/g, '$1').replaceAll(/\[([^\]]+)\]\([^)\s]+\)/g, '$1');
}

/** A JSON-LD script; `<` is escaped so that no text can end the script element. */
export function jsonLd(data: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}

/** A US dollar amount as the shop's pages write it: `$129.00`. */
export function dollars(price: number): string {
  return `$${price.toFixed(2)}`;
}
