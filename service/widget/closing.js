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
    offered && handoff && !isPast && presence(chat, handoff, `${answer} ${handoff.message}`),
    offered &&
      handoffOffer(chat, context, {
        isThere: handoff?.available === true && !isPast,
        open: status === 'handoff' && !isPast,
      }),
    suggestions.length > 0 && group(texts.nextQuestions, suggestions),
  ].filter(Boolean);
}

/** When and where people can be reached, as far as it is known and was not said. */
function presence({ texts, formatMoment }, { available, opensAt, hours, email }, alreadySaid) {
  const facts = [
    available === true && texts.thereNow,
    available === false && opensAt && texts.thereAgain(formatMoment(opensAt)),
    hours && !alreadySaid.includes(hours) && texts.hours(hours),
    email && !alreadySaid.includes(email) && texts.write(email),
  ].filter(Boolean);
  return facts.length > 0 && element('p.note', {}, facts.join(' '));
}
