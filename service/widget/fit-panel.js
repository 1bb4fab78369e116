/** The same as in widget.css. */
const small = '(max-width: 480px), (max-height: 420px)';

/**
 * Shows the panel beside the page, or instead of it where the screen is small: then modal, and as high as the keyboard leaves.
 * @param signal ends it
 */
export function fitPanel(panel, signal) {
  const isSmall = matchMedia(small);
  const { visualViewport } = window;
  const adjust = () => {
    panel.style.setProperty('--seen-top', `${visualViewport.offsetTop}px`);
    panel.style.setProperty('--seen-height', `${visualViewport.height}px`);
  };
  const show = () => {
    adjust();
    if (isSmall.matches) panel.showModal();
    else panel.show();
  };
  for (const name of ['resize', 'scroll']) visualViewport.addEventListener(name, adjust, { signal });
  isSmall.addEventListener(
    'change',
    () => {
      if (!panel.open) return;
      const focused = panel.getRootNode().activeElement;
      // It stays open, in another way; who hears of the closing finds it open.
      panel.close();
      show();
      focused?.focus({ preventScroll: true });
    },
    { signal },
  );
  return { show, isWhole: () => isSmall.matches };
}
