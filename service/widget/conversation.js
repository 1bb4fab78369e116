import { makeAnnouncer } from './announcer.js';
import { makeComposer } from './composer.js';
import { element } from './element.js';
import { makePeople } from './people.js';
import { ReadableError } from './readable-error.js';
import { makeTurn } from './turn.js';

/**
 * A conversation: asks, shows, stops, begins anew, and goes on after the shopper has gone to another page.
 * @param chat what its parts share: `texts`, `formatDate`, `formatPrice`, `api`, `openSource(citation, store)`, `scroll`, and
 * `tell(name, detail)` for what happens
 * @param view its elements: `log`, `form`, `field`, `send`, `status` and `spoken`, two live regions
 * @param about what goes with every question, such as `{ store }`
 * @param memory see makeMemory; null keeps nothing
 * @param onFilled told whether there is something to read
 * @param onPeople told whether a person answers
 */
export function makeConversation(
  outer,
  view,
  { about, memory = null, onFilled, onPeople = () => undefined },
) {
  const { log, status } = view;
  const { api, texts, scroll } = outer;
  const announcer = makeAnnouncer(view.spoken);
  const composer = makeComposer(view, texts, {
    onAsk: (question) => void ask(question),
    onStop: () => running?.abort(),
  });
  let conversationId;
  /** Stops the answer that is being made, if one is. */
  let running = null;
  let recalling = null;

  const people = makePeople({
    read: () => api.getConversation(conversationId, about().store),
    onMessage: showMessage,
    onTakeover: (takeover, before) => {
      onPeople(takeover === 'taken');
      if (takeover === 'taken') status.textContent = texts.personThere;
      if (takeover === 'closed' && before === 'taken') {
        const note = element('p.note', {}, texts.personLeft);
        log.append(note);
        scroll.reveal(note);
        status.textContent = texts.personLeft;
      }
      remember();
    },
  });
  const chat = {
    ...outer,
    tell(name, detail) {
      outer.tell(name, detail);
      if (name === 'handoff' && conversationId) void people.follow();
    },
  };

  function remember(pending) {
    if (conversationId) memory?.write({ conversationId, pending, people: people.isOn() });
  }

  function begin(question) {
    onFilled(true);
    const turn = makeTurn(chat, { question, ask });
    log.append(...turn.nodes);
    return turn;
  }

  async function ask(question) {
    await recalling;
    if (running) {
      composer.giveBack(question);
      return;
    }
    const request = { question, ...about(), conversationId };
    await run(begin(question), question, (signal) => api.streamAnswer(request, signal));
  }

  async function run(turn, question, connect) {
    const mine = new AbortController();
    running = mine;
    composer.showRunning(true);
    scroll.begin(...turn.nodes);
    status.textContent = texts.working;
    try {
      for await (const event of connect(mine.signal)) {
        if (event.name === 'start') {
          conversationId = event.data.conversationId;
          remember({ answerId: event.data.id, question });
          announcer.begin(event.data.locale);
        }
        if (event.name === 'delta') announcer.add(event.data.text);
        turn.take(event);
        scroll.follow(...turn.nodes);
        if (event.name === 'done') finish(event.data);
      }
    } catch (error) {
      if (running !== mine && !mine.signal.aborted) return;
      status.textContent = '';
      if (mine.signal.aborted) turn.stop();
      else {
        turn.fail(
          error instanceof ReadableError ? error : new ReadableError('internal', texts.errors.internal),
        );
        scroll.follow(...turn.nodes);
        chat.tell('error', { kind: error.kind ?? 'internal' });
      }
      // An answer that was lost with its connection, as when the shopper goes to another page, can be gone on with there.
      const isLost = !mine.signal.aborted && ['offline', 'broken-off'].includes(error.kind);
      if (!isLost && running === mine) remember();
    } finally {
      if (running === mine) {
        running = null;
        composer.showRunning(false);
      }
    }
  }

  function finish(response) {
    conversationId = response.conversationId;
    announcer.end();
    status.textContent = texts.ready(response.citations.length);
    remember();
    if (response.status === 'handoff' || people.isOn()) void people.follow();
    const { id, status: outcome, locale, confidence, citations, products } = response;
    const skus = products.map(({ sku }) => sku);
    const told = { id, conversationId, status: outcome, locale, confidence };
    chat.tell('answer', { ...told, citations: citations.length, products: skus });
  }

  function showMessage({ text }, { isPast = false } = {}) {
    const node = element(
      'article.message',
      { part: 'message' },
      element('h2', {}, texts.personSays),
      element('p.text', {}, text),
    );
    log.append(node);
    onFilled(true);
    scroll.reveal(node);
    if (isPast) return;
    status.textContent = `${texts.personSays}: ${text}`;
    chat.tell('message', { conversationId });
  }

  function restart() {
    running?.abort();
    running = null;
    people.stop();
    onPeople(false);
    memory?.forget();
    composer.showRunning(false);
    conversationId = undefined;
    log.replaceChildren();
    status.textContent = '';
    onFilled(false);
  }

  /** Shows what was said on an earlier page, and goes on with the answer that was being given. */
  async function recall() {
    const kept = memory?.read();
    if (!kept) return;
    conversationId = kept.conversationId;
    const shown = await showEarlier().catch((error) => {
      if (error.kind === 'unknown-conversation') conversationId = undefined;
      return error.kind === 'unknown-conversation' ? new Set() : null;
    });
    // Not reached: what was said is there still, and the next question goes on with it.
    if (shown === null) return;
    const { pending } = kept;
    if (pending && !shown.has(pending.answerId)) {
      const { answerId, question } = pending;
      const { store } = about();
      void run(begin(question), question, (signal) => api.resumeAnswer(answerId, store, signal));
    } else if (!conversationId) memory.forget();
  }

  /** @returns ids of the answers that are shown. */
  async function showEarlier() {
    const earlier = await api.getConversation(conversationId, about().store);
    const { turns, messages = [], store } = earlier;
    const items = [
      ...turns.map((turn) => ({ at: turn.askedAt, show: () => showTurn(turn, store) })),
      ...people.see(messages).map((one) => ({ at: one.at, show: () => showMessage(one, { isPast: true }) })),
    ];
    for (const { show } of items.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))) show();
    if (earlier.takeover === 'waiting' || earlier.takeover === 'taken') void people.follow();
    return new Set(turns.map(({ id }) => id));
  }

  function showTurn(past, store) {
    const turn = begin(past.question);
    turn.recall({ ...past, store, conversationId });
    scroll.begin(...turn.nodes);
  }

  return {
    ask,
    restart,
    /** Once; later calls wait for the first. */
    recall() {
      recalling ??= recall();
      return recalling;
    },
    /** Lets go of what goes on, when its element leaves the page. */
    close() {
      running?.abort();
      people.stop();
    },
  };
}
