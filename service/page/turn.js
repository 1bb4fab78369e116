import { makeAnswerText } from './answer-text.js';
import { citationItem, showCitation } from './citations.js';
import { element } from './element.js';
import { feedbackButtons } from './feedback.js';
import { handoffOffer } from './handoff-form.js';
import { productList } from './products.js';
import { texts } from './texts.js';

/**
 * One turn of the conversation: the question and its answer, filled in as events arrive.
 * @param ask called with the text of a suggestion, an option or a retry
 */
export function makeTurn({ question, ask }) {
  const list = element('ol');
  const sources = element('section.sources', { hidden: true }, element('h3', {}, texts.sources), list);
  const text = makeAnswerText((id) => showCitation(list, id));
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
    {},
    element('h2.unseen', {}, texts.you),
    element('p', {}, question),
  );
  let store = null;
  let products = null;

  const showProducts = (found) => {
    if (products || found.length === 0) return;
    products = productList(found);
    sources.before(products);
  };
  const addCitation = (citation) => {
    if (list.querySelector(`[data-id="${citation.id}"]`)) return;
    list.append(citationItem(citation, store));
    sources.hidden = false;
    text.nameMark(citation);
  };
  const settle = () => {
    working.remove();
    text.end();
    answer.setAttribute('aria-busy', 'false');
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
      if (name === 'done') {
        store = data.store;
        if (text.node.textContent === '') text.append(data.answer);
        settle();
        for (const citation of data.citations) addCitation(citation);
        for (const citation of data.citations) text.nameMark(citation);
        showProducts(data.products);
        // Quotes may be in another language than the answer, which then says so.
        for (const quote of list.querySelectorAll('blockquote'))
          quote.lang = data.sourceLocale ?? data.locale;
        answer.dataset.status = data.status;
        answer.append(...closing(data, question, ask));
      }
    },
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

/** What follows an answer: what to choose, people to turn to, what to ask next, whether it helped. */
function closing(
  { id, store, conversationId, locale, status, answer, clarify, handoff, suggestions },
  question,
  ask,
) {
  const chips = (label, choices) =>
    element(
      'div.next',
      { role: 'group', 'aria-label': label },
      element('p', {}, label),
      element(
        'ul.chips',
        {},
        ...choices.map((each) =>
          element('li', {}, element('button.chip', { type: 'button', onclick: () => ask(each) }, each)),
        ),
      ),
    );
  const context = { question, store, conversationId, answerId: id, locale };
  const offered = handoff !== null || status === 'abstained' || status === 'handoff';
  const said = (message) => message && !answer.includes(message);
  return [
    said(clarify?.question) && element('p.text', {}, clarify.question),
    clarify && clarify.options.length > 0 && chips(texts.choose, clarify.options),
    said(handoff?.message) && element('p.note', {}, handoff.message),
    offered && handoffOffer(context, { open: status === 'handoff' }),
    suggestions.length > 0 && chips(texts.nextQuestions, suggestions),
    feedbackButtons({ answerId: id, store }),
  ].filter(Boolean);
}
