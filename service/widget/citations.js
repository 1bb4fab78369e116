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

/** More than these are behind a button. */
const mostShown = 4;

/** The list of an answer's sources. @returns `node`; its `list`; `add` an item to it; `show` leads the eye and the focus to one */
export function citationList(chat) {
  const { texts, scroll } = chat;
  const list = element('ol');
  const more = element('button.chip', { type: 'button', hidden: true, onclick: () => showAll() });
  const node = element('section.sources', { hidden: true }, element('h3', {}, texts.sources), list, more);
  let isWhole = false;
  const hide = () => {
    const items = [...list.children];
    for (const item of items.slice(mostShown)) item.hidden = !isWhole;
    more.hidden = isWhole || items.length <= mostShown;
    more.textContent = texts.allSources(items.length);
  };
  const showAll = () => {
    isWhole = true;
    hide();
    list.children[mostShown].focus({ preventScroll: true });
  };
  return {
    node,
    list,
    add(item) {
      list.append(item);
      node.hidden = false;
      hide();
    },
    show(id) {
      const item = list.querySelector(`[data-id="${id}"]`);
      if (!item) return;
      if (item.hidden) showAll();
      scroll.reveal(item);
      item.focus({ preventScroll: true });
    },
  };
}
