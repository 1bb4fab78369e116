/**
 * Moves what is shown of a conversation, and nothing around it: `scrollIntoView` would move the page of the shop too.
 * @param scroller what scrolls; the document's own for a page
 * @param edges pixels at its top and bottom that something covers
 */
export function makeScroll(scroller, { top = 12, bottom = 12 } = {}) {
  let ours = null;
  const frame = () => {
    const isPage = scroller === document.scrollingElement;
    const box = isPage ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect();
    return { from: box.top + top, to: box.bottom - bottom };
  };
  const by = (pixels) => {
    if (Math.abs(pixels) >= 1) scroller.scrollBy({ top: pixels, behavior: 'instant' });
    ours = scroller.scrollTop;
  };
  /** How far to go for the end of the last to show, as long as the beginning of the first does. */
  const distance = (first, last) => {
    const { from, to } = frame();
    const above = first.getBoundingClientRect().top - from;
    const below = last.getBoundingClientRect().bottom - to;
    return above < 0 ? above : Math.max(0, Math.min(above, below));
  };
  return {
    /** For what had the focus and is gone. */
    focus: () => scroller.focus({ preventScroll: true }),
    reveal: (node) => by(distance(node, node)),
    /** Goes to the end of the conversation, and follows from there. */
    begin(first, last) {
      ours = null;
      by(Math.max(0, distance(first, last)));
    },
    /** Follows what grows, until the reader scrolls. */
    follow(first, last) {
      if (ours === null || Math.abs(scroller.scrollTop - ours) < 4) by(Math.max(0, distance(first, last)));
    },
  };
}
