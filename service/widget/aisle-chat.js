import { makeApi } from './api.js';
import { makeConversation } from './conversation.js';
import { examplesOf } from './examples.js';
import { fitPanel } from './fit-panel.js';
import { makeMemory } from './memory.js';
import { makePanel } from './panel.js';
import { makeScroll } from './scroll.js';
import { makeOpenSource } from './source-dialog.js';
import { speak } from './texts.js';

/** Of the page's address, so that a shopper who reads on finds the panel as it was. */
const openKey = 'aisle:open';

/**
 * What is in the element: a bubble, and the panel with the chat.
 * @param host the element, for its attributes and for the events that the shop's page hears
 * @param base address of the service
 * @returns what the element does, and `close` to take it all away
 */
export function makeAisleChat(host, root, base) {
  const attribute = (name) => host.getAttribute(name)?.trim() || undefined;
  const store = attribute('store');
  const pageLanguage = host.closest('[lang]')?.lang ?? '';
  const spoken = speak([attribute('locale') ?? pageLanguage, ...navigator.languages]);
  const { texts } = spoken;
  const ending = new AbortController();
  const parts = makePanel(texts, attribute('heading'));
  const { panel, bubble, view } = parts;
  const api = makeApi({ base, key: attribute('key'), texts });
  const memory = makeMemory(`${base} ${store ?? ''}`);
  let returnTo = null;

  const tell = (name, detail = {}) => {
    if (!panel.open && ['answer', 'message'].includes(name)) parts.showUnread(true);
    host.dispatchEvent(new CustomEvent(`aisle:${name}`, { detail, bubbles: true, composed: true }));
  };
  const chat = {
    ...spoken,
    api,
    tell,
    scroll: makeScroll(parts.scroller),
    openSource: makeOpenSource({ dialog: parts.dialog, api, texts }),
  };
  const conversation = makeConversation(chat, view, {
    about: () => ({ store, market: attribute('market') }),
    memory,
    onFilled: parts.showFilled,
    onPeople: parts.showPeople,
  });
  const fit = fitPanel(panel, ending.signal);

  let prepared = null;
  /** What only an open panel needs, once. */
  const prepare = () => {
    prepared ??= Promise.all([conversation.recall(), showStore()]);
    return prepared;
  };
  async function showStore() {
    // Without the list the store still answers, so its absence is no error to show.
    const found = await api.listStores().catch(() => null);
    const shown = found?.stores.find(({ id }) => id === (store ?? found.default)) ?? null;
    if (shown === null) return;
    parts.showName(texts.titleOf(shown.name));
    parts.showExamples(examplesOf(shown, spoken.language).slice(0, 4), conversation.ask);
  }

  function open({ focus = true } = {}) {
    if (panel.open) return;
    const focused = document.activeElement;
    returnTo = focused && focused !== document.body && focused !== host ? focused : bubble;
    fit.show();
    bubble.setAttribute('aria-expanded', 'true');
    parts.showUnread(false);
    remember(true);
    // On a phone the field would call the keyboard over what there is to choose.
    if (focus) (fit.isWhole() ? parts.heading : view.field).focus({ preventScroll: true });
    void prepare();
    if (focus) tell('open');
  }

  function close() {
    if (panel.open) panel.close();
  }

  panel.addEventListener('close', () => {
    if (panel.open) return;
    bubble.setAttribute('aria-expanded', 'false');
    remember(false);
    // A page may have taken away what had the focus.
    (returnTo?.isConnected ? returnTo : bubble).focus({ preventScroll: true });
    tell('close');
  });
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  bubble.addEventListener('click', () => (panel.open ? close() : open()));
  parts.close.addEventListener('click', close);
  parts.restart.addEventListener('click', () => {
    conversation.restart();
    view.field.focus();
  });
  for (const name of ['online', 'offline']) {
    const show = () => {
      parts.offline.hidden = navigator.onLine;
    };
    addEventListener(name, show, { signal: ending.signal });
  }

  root.replaceChildren(...parts.nodes);
  if (wasOpen() && !fit.isWhole()) open({ focus: false });
  else if (memory.read()?.people) void prepare();

  return {
    open,
    close,
    async ask(question) {
      const text = String(question ?? '').trim();
      if (text === '') return;
      open();
      await prepare();
      await conversation.ask(text);
    },
    dispose() {
      ending.abort();
      conversation.close();
      root.replaceChildren();
    },
  };
}

/** Storage of the tab; a browser that refuses it remembers nothing. */
function remember(isOpen) {
  try {
    if (isOpen) sessionStorage.setItem(openKey, '1');
    else sessionStorage.removeItem(openKey);
  } catch {}
}

function wasOpen() {
  try {
    return sessionStorage.getItem(openKey) !== null;
  } catch {
    return false;
  }
}
