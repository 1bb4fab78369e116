import { element, outwardLink } from './element.js';
import { openSource } from './source-dialog.js';
import { formatDate, texts } from './texts.js';

/** One source: where it is from, the exact words, and the two ways to check them. */
export function citationItem(citation, store) {
  const { id, title, heading, quote, fetchedAt, link, url } = citation;
  const path = heading.filter((part, at) => at > 0 || part !== title).join(' › ');
  const item = element(
    'li.citation',
    { tabIndex: -1 },
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
        element('time', { dateTime: fetchedAt }, texts.retrieved(formatDate(fetchedAt))),
        outwardLink('a', link, texts.openSource, element('span.unseen', {}, ` ${id}, ${texts.newTab}`)),
        element(
          'button.link',
          { type: 'button', onclick: () => openSource(citation, store) },
          texts.showInText,
          element('span.unseen', {}, ` ${id}`),
        ),
      ),
    ),
  );
  item.dataset.id = id;
  return item;
}

/** Leads the eye and the focus to a source. */
export function showCitation(list, id) {
  const item = list.querySelector(`.citation[data-id="${id}"]`);
  if (!item) return;
  item.scrollIntoView({ block: 'nearest' });
  item.focus({ preventScroll: true });
}
