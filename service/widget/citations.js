import { element, outwardLink } from './element.js';

/**
 * One source: where it is from, the exact words, and the two ways to check them.
 * @param onWrong called when the shopper says that it is the wrong source, with the button; that is hidden until the answer is whole
 */
export function citationItem(chat, citation, store, onWrong) {
  const { texts } = chat;
  const { id, title, heading, quote, fetchedAt, link, url } = citation;
  const path = heading.filter((part, at) => at > 0 || part !== title).join(' › ');
  const unseen = (text) => element('span.unseen', {}, ` ${text}`);
  const wrong = element(
    'button.link.wrong',
    { type: 'button', hidden: true, 'aria-pressed': 'false', onclick: () => onWrong(id, wrong) },
    texts.wrongSource,
    unseen(id),
  );
  const item = element(
    'li.citation',
    { tabIndex: -1, part: 'citation' },
    element('span.number', { 'aria-hidden': 'true' }, String(id)),
    element(
      'div.proof',
      {},
      element('p.title', {}, title || url),
      path && element('p.path', {}, path),
      element('blockquote', { cite: url }, quote),
      element(
        'p.facts',
        {},
        element('time', { dateTime: fetchedAt }, texts.retrieved(chat.formatDate(fetchedAt))),
        outwardLink('a', link, texts.openSource, unseen(`${id}, ${texts.newTab}`)),
        element(
          'button.link',
          { type: 'button', onclick: () => chat.openSource(citation, store) },
          texts.showInText,
          unseen(id),
        ),
        wrong,
      ),
    ),
  );
  item.dataset.id = id;
  return item;
}

/** Leads the eye and the focus to a source. */
export function showCitation(chat, list, id) {
  const item = list.querySelector(`.citation[data-id="${id}"]`);
  if (!item) return;
  chat.scroll.reveal(item);
  item.focus({ preventScroll: true });
}
