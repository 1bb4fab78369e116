import { makeAnswerText } from './answer-text.js';
import { citationItem, citationList } from './citations.js';
import { closing } from './closing.js';
import { element } from './element.js';
import { makeFeedback } from './feedback.js';
import { productList } from './products.js';

/**
 * One turn of the conversation: the question and its answer, filled in as events arrive.
 * @param ask called with the text of a suggestion, an option or a retry
 */
export function makeTurn(chat, { question, ask }) {
  const { texts } = chat;
  const sources = citationList(chat);
  const { list } = sources;
  const text = makeAnswerText(texts, sources.show);
  const working = element('p.working', {}, element('span.dots', { 'aria-hidden': 'true' }), texts.working);
  const answer = element(
    'article.answer',
    { 'aria-busy': 'true' },
    element('h2.unseen', {}, texts.reply),
    working,
    text.node,
    sources.node,
  );
  const asked = element(
    'article.question',
    { part: 'question' },
    element('h2.unseen', {}, texts.you),
    element('p', {}, question),
  );
  let store = null;
  let products = null;
  let feedback = null;

  const showProducts = (found) => {
    if (products || found.length === 0) return;
    products = productList(chat, found);
    sources.node.before(products);
  };
  const addCitation = (citation) => {
    if (list.querySelector(`[data-id="${citation.id}"]`)) return;
    sources.add(citationItem(chat, citation, store, (id, button) => feedback?.markWrong(id, button)));
    text.nameMark(citation);
  };
  const settle = () => {
    working.remove();
    text.end();
    answer.setAttribute('aria-busy', 'false');
  };
  const complete = (response, { given, isPast }) => {
    store = response.store;
    text.node.lang = response.locale;
    if (text.node.textContent === '') text.append(response.answer);
    settle();
    for (const citation of response.citations) addCitation(citation);
    for (const citation of response.citations) text.nameMark(citation);
    showProducts(response.products);
    // Quotes may be in another language than the answer, which then says so.
    for (const quote of list.querySelectorAll('blockquote'))
      quote.lang = response.sourceLocale ?? response.locale;
    answer.dataset.status = response.status;
    answer.append(...closing(chat, response, { question, ask, isPast }));
    // That a person has the conversation is nothing to rate.
    if (response.handoff?.reason === 'taken') return;
    feedback = makeFeedback(chat, { answerId: response.id, store, given });
    for (const wrong of list.querySelectorAll('.wrong')) wrong.hidden = false;
    for (const id of feedback.wrong)
      list.querySelector(`[data-id="${id}"] .wrong`)?.setAttribute('aria-pressed', 'true');
    answer.append(feedback.node);
  };

  return {
    nodes: [asked, answer],
    /** Takes one streamed event. */
    take({ name, data }) {
      if (name === 'start') {
        store = data.store;
        // A screen reader speaks the shopper's language, whatever the page's is.
        text.node.lang = data.locale;
      }
      if (name === 'delta') {
        working.remove();
        text.append(data.text);
      }
      if (name === 'citation') addCitation(data);
      if (name === 'products') showProducts(data);
      if (name === 'done') complete(data, { given: null, isPast: false });
    },
    /** Shows the answer of an earlier visit, with the rating that it was given. */
    recall: (response) => complete(response, { given: response.feedback, isPast: true }),
    /** @param error a ReadableError. To try again puts another turn in this one's place. */
    fail({ message, reference, waitSeconds, isFinal }) {
      settle();
      const again = () => {
        for (const node of [asked, answer]) node.remove();
        chat.scroll.focus();
        ask(question);
      };
      answer.append(
        element(
          'div.error',
          {},
          element('p', { role: 'alert' }, message),
          reference && element('p.details', {}, texts.reference(reference)),
          !isFinal && retryButton(texts, again, waitSeconds),
        ),
      );
    },
    stop() {
      settle();
      answer.append(element('p.note', {}, texts.stopped));
    },
  };
}

/** A button that can be pressed after so many seconds, which it counts. */
function retryButton(texts, onclick, seconds) {
  const button = element('button.chip', { type: 'button', onclick }, texts.retry);
  const count = (left) => {
    button.disabled = left > 0;
    button.textContent = left > 0 ? texts.retryIn(left) : texts.retry;
    if (left > 0) setTimeout(count, 1_000, left - 1);
  };
  if (seconds > 0) count(seconds);
  return button;
}
