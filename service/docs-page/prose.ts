import { html } from 'hono/html';

/** A description with its `code` set as such; all else is text. Pure. */
export function prose(text: string) {
  return text
    .split(/`([^`]+)`/)
    .map((piece, at) => (at % 2 === 1 ? html`<code>${piece}</code>` : html`${piece}`));
}
