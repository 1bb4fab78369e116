import { chips } from './chips.js';
import { element } from './element.js';
import { handoffOffer } from './handoff-form.js';

/**
 * What follows an answer: what to choose, people to turn to, what to ask next.
 * @param isPast whether it is shown again after a reload: a form that was left then is not opened
 */
export function closing(chat, response, { question, ask, isPast }) {
  const { texts } = chat;
  const { id, store, conversationId, locale, status, answer, clarify, handoff, suggestions } = response;
  const group = (label, choices) =>
    element('div.next', { role: 'group', 'aria-label': label }, element('p', {}, label), chips(choices, ask));
  const context = { question, store, conversationId, answerId: id, locale };
  // Where a person has the conversation already, what the shopper writes reaches them.
  const offered =
    (handoff !== null || status === 'abstained' || status === 'handoff') && handoff?.reason !== 'taken';
  const said = (message) => message && !answer.includes(message);
  return [
    said(clarify?.question) && element('p.text', {}, clarify.question),
    clarify && clarify.options.length > 0 && group(texts.choose, clarify.options),
    said(handoff?.message) && element('p.note', {}, handoff.message),
    offered &&
      handoffOffer(chat, context, {
        isThere: handoff?.available === true && !isPast,
        open: status === 'handoff' && !isPast,
        reach: handoff && reach(chat, handoff, `${answer} ${handoff.message}`),
      }),
    suggestions.length > 0 && group(texts.nextQuestions, suggestions),
  ].filter(Boolean);
}

/** When and where people can be reached, as far as it is known and was not said; that somebody is there or not, `message` says. */
function reach({ texts, formatHours }, { available, hours, email }, alreadySaid) {
  const isKnown = available !== undefined;
  return [
    hours && !alreadySaid.includes(hours) && texts.hours(isKnown ? formatHours(hours) : hours),
    email && !alreadySaid.includes(email) && texts.write(email),
  ].filter(Boolean);
}
