import { makeApi } from '../widget/api.js';
import { chips } from '../widget/chips.js';
import { makeConversation } from '../widget/conversation.js';
import { element } from '../widget/element.js';
import { examplesOf } from '../widget/examples.js';
import { makeScroll } from '../widget/scroll.js';
import { makeOpenSource } from '../widget/source-dialog.js';
import { speak } from '../widget/texts.js';
import { translatePage } from './translate-page.js';

const byId = (id) => document.getElementById(id);
const field = byId('question');
const picker = byId('store');
const spoken = speak([navigator.language]);
const { texts } = spoken;
const api = makeApi({ base: document.baseURI, key: null, texts });

const chat = {
  ...spoken,
  api,
  tell: () => undefined,
  scroll: makeScroll(document.scrollingElement, { top: 72, bottom: 110 }),
  openSource: makeOpenSource({ dialog: byId('source'), api, texts }),
};
const view = {
  log: byId('log'),
  form: byId('ask'),
  field,
  send: byId('send'),
  status: byId('status'),
  spoken: byId('spoken'),
};
const conversation = makeConversation(chat, view, {
  about: () => ({ store: picker.value || undefined }),
  onFilled(isFilled) {
    byId('welcome').hidden = isFilled;
    byId('restart').hidden = !isFilled;
  },
});

function restart() {
  conversation.restart();
  field.focus();
}

function showStore(stores) {
  const store = stores.find(({ id }) => id === picker.value) ?? stores[0];
  if (!store) return;
  byId('store-name').textContent = texts.titleOf(store.name);
  document.title = texts.titleOf(store.name);
  byId('examples').replaceChildren(chips(examplesOf(store, spoken.language), conversation.ask));
}

async function showStores() {
  const { stores, default: first } = await api.listStores();
  const wanted = new URLSearchParams(location.search).get('store') ?? first;
  picker.replaceChildren(
    ...stores.map(({ id, name }) => element('option', { value: id, selected: id === wanted }, name)),
  );
  byId('store-picker').hidden = stores.length < 2;
  picker.addEventListener('change', () => {
    restart();
    showStore(stores);
  });
  showStore(stores);
}

byId('restart').addEventListener('click', restart);
translatePage(spoken);
// Without the list the default store still answers, so its absence is no error to show.
showStores().catch(() => undefined);
