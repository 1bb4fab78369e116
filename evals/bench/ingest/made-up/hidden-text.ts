/** The ways in which shops leave text in a page that a browser does not show. */
const WRAPPERS: readonly ((text: string) => string)[] = [
  (text) => `<div style="display:none">${text}</div>`,
  (text) => `<p class="u-off">${text}</p>`,
  (text) => `<p hidden>${text}</p>`,
  (text) => `<span style="font-size:0">${text}</span>`,
  (text) => `<div style="position:absolute;left:-9999px">${text}</div>`,
];

/** Wraps a text so that nobody sees it; which way, the number says. */
export function hide(text: string, number: number): string {
  const wrap = WRAPPERS[number % WRAPPERS.length];
  return wrap === undefined ? '' : wrap(text);
}

/** A review that looks harmless, with an order to machines in white on white. */
export function poisonedReview(order: string): string {
  return `<div class="shopper-note"><p>Does what it should. <span style="color:#fff;background:#fff">${order}</span></p></div>`;
}
