/** Puts the page's own words into its language, by the `data-text`, `data-label` and `data-placeholder` of its elements. */
export function translatePage({ language, texts }) {
  document.documentElement.lang = language;
  document.title = texts.title;
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = texts[node.dataset.text];
  for (const node of document.querySelectorAll('[data-label]')) node.ariaLabel = texts[node.dataset.label];
  for (const node of document.querySelectorAll('[data-placeholder]')) {
    node.placeholder = texts[node.dataset.placeholder];
  }
}
