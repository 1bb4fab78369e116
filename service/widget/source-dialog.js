import { element } from './element.js';

/** A function that shows a citation's quote in its place within the stored text, in the dialog that is given. */
export function makeOpenSource({ dialog, api, texts }) {
  return async (citation, store) => {
    const close = element('button.quiet', { type: 'button', onclick: () => dialog.close() }, texts.close);
    const note = element('p.note', { role: 'status' }, texts.loading);
    const text = element('div.document', { tabIndex: 0, role: 'region', 'aria-labelledby': 'source-title' });
    dialog.replaceChildren(
      element('header', {}, element('h2', { id: 'source-title' }, citation.title || citation.url), close),
      note,
      text,
    );
    dialog.onclick = (event) => event.target === dialog && dialog.close();
    dialog.showModal();
    try {
      const found = await api.getDocument(citation.documentId, store);
      const start = findQuote(found.text, citation);
      note.textContent = start === -1 ? texts.changed : texts.exact;
      note.classList.toggle('proved', start !== -1);
      if (start === -1) {
        text.append(found.text);
        return;
      }
      const end = start + citation.quote.length;
      const mark = element('mark', {}, found.text.slice(start, end));
      text.append(found.text.slice(0, start), mark, found.text.slice(end));
      text.scrollTop = mark.offsetTop - text.offsetTop - text.clientHeight / 3;
    } catch (error) {
      note.textContent = error.message;
    }
  };
}

/** Where the quote stands now: at its offsets, or elsewhere if the page was ingested anew; -1 if nowhere. */
function findQuote(text, { start, end, quote }) {
  return text.slice(start, end) === quote ? start : text.indexOf(quote);
}
