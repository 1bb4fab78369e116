import { listStores, streamAnswer } from './api.js';
import { element } from './element.js';
import { texts, translatePage } from './texts.js';
import { makeTurn } from './turn.js';

const byId = (id) => document.getElementById(id);
const field = byId('question');
const log = byId('log');
const send = byId('send');
const picker = byId('store');
const status = byId('status');

let conversationId;
/** Stops the answer that is being made, if one is. */
let running = null;

async function ask(question) {
  if (running) return;
  running = new AbortController();
  showRunning(true);
  byId('welcome').hidden = true;
  byId('restart').hidden = false;
  const turn = makeTurn({ question, ask });
  log.append(...turn.nodes);
  turn.nodes[0].scrollIntoView({ block: 'start' });
  status.textContent = texts.working;
  const mine = running;
  try {
    const store = picker.value || undefined;
    for await (const event of streamAnswer({ question, store, conversationId }, mine.signal)) {
      if (event.name === 'start') conversationId = event.data.conversationId;
      turn.take(event);
      if (event.name === 'done') {
        conversationId = event.data.conversationId;
        status.textContent = texts.ready(event.data.citations.length);
      }
    }
  } catch (error) {
    status.textContent = '';
    if (mine.signal.aborted) turn.stop();
    else turn.fail(error.message, error.reference);
  } finally {
    if (running === mine) {
      running = null;
      showRunning(false);
    }
  }
}

function showRunning(isRunning) {
  send.classList.toggle('running', isRunning);
  send.ariaLabel = isRunning ? texts.stop : texts.send;
  // A stop button must work without a question in the field.
  field.required = !isRunning;
}

function restart() {
  running?.abort();
  running = null;
  showRunning(false);
  conversationId = undefined;
  log.replaceChildren();
  status.textContent = '';
  byId('welcome').hidden = false;
  byId('restart').hidden = true;
  field.focus();
}

byId('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  if (running) {
    running.abort();
    return;
  }
  const question = field.value.trim();
  if (question === '') return;
  field.value = '';
  field.focus();
  void ask(question);
});

field.addEventListener('keydown', (event) => {
  // Enter that ends an input method's word is not a send.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  if (!running) byId('ask').requestSubmit();
});

byId('restart').addEventListener('click', restart);

function showStore(stores) {
  const store = stores.find(({ id }) => id === picker.value) ?? stores[0];
  if (!store) return;
  byId('store-name').textContent = texts.titleOf(store.name);
  document.title = texts.titleOf(store.name);
  const examples = store.examples ?? [];
  byId('examples').replaceChildren(
    ...examples.map((example) =>
      element('li', {}, element('button.chip', { type: 'button', onclick: () => ask(example) }, example)),
    ),
  );
}

async function showStores() {
  const { stores, default: first } = await listStores();
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

translatePage();
// Without the list the default store still answers, so its absence is no error to show.
showStores().catch(() => undefined);
