import { makeAnswerText } from './answer-text.js';
import { citationItem, showCitation } from './citations.js';
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
  const list = element('ol');
  const sources = element('section.sources', { hidden: true }, element('h3', {}, texts.sources), list);
  const text = makeAnswerText(texts, (id) => showCitation(chat, list, id));
  const working = element('p.working', {}, element('span.dots', { 'aria-hidden': 'true' }), texts.working);
  const answer = element(
    'article.answer',
    { 'aria-busy': 'true' },
    element('h2.unseen', {}, texts.reply),
    working,
    text.node,
    sources,
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
    sources.before(products);
  };
  const addCitation = (citation) => {
    if (list.querySelector(`[data-id="${citation.id}"]`)) return;
    list.append(citationItem(chat, citation, store, (id, button) => feedback?.markWrong(id, button)));
    sources.hidden = false;
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
    fail(message, reference) {
      settle();
      answer.append(
        element(
          'div.error',
          { role: 'alert' },
          element('p', {}, message),
          reference && element('p.details', {}, texts.reference(reference)),
          element('button.chip', { type: 'button', onclick: () => ask(question) }, texts.retry),
        ),
      );
    },
    stop() {
      settle();
      answer.append(element('p.note', {}, texts.stopped));
    },
  };
}
