import { element } from './element.js';
import { formField } from './form-field.js';

/**
 * A button that becomes the form for passing a question to the store's people.
 * @param context what goes with the message, as `POST /handoff` takes it, and the question
 * @param open whether the form shows at once
 * @param isThere whether somebody answers in this conversation, so that no address is needed
 * @param reach when and where people can be reached, in words; null where that is not known
 */
export function handoffOffer(chat, context, { open, isThere = false, reach }) {
  const { texts } = chat;
  const place = element('div.handoff', { role: 'group', 'aria-label': texts.person, part: 'handoff' });
  const show = (focus) => {
    const { form, first } = handoffForm(chat, context, { isThere, reach }, (to) => {
      const words = to === '' ? texts.sentHere : texts.handedOff(to);
      const receipt = element('p.note', { role: 'status', tabIndex: -1 }, words);
      place.replaceChildren(receipt);
      receipt.focus();
    });
    place.replaceChildren(form);
    if (focus) first.focus();
  };
  if (open) show(false);
  else place.append(element('button.chip', { type: 'button', onclick: () => show(true) }, texts.person));
  return place;
}

function handoffForm({ api, texts, tell }, { question, ...context }, { isThere, reach }, onSent) {
  const label = isThere ? texts.optional(texts.contact) : texts.contact;
  const contact = formField(texts, 'input', label, {
    name: 'contact',
    autocomplete: 'email',
    maxLength: 200,
    required: !isThere,
  });
  const message = formField(texts, 'textarea', texts.message, {
    name: 'message',
    rows: 3,
    maxLength: 4000,
    required: true,
    value: question,
  });
  const failure = element('p.failure', { role: 'alert' });
  const submit = element('button.primary', { type: 'submit' }, texts.sendMessage);
  const form = element(
    'form',
    { noValidate: true },
    reach?.length > 0 && element('p.details', {}, reach.join('\n')),
    contact.node,
    message.node,
    failure,
    submit,
  );
  const id = randomId();
  form.onsubmit = async (event) => {
    event.preventDefault();
    const empty = [contact, message].filter((each) => !each.check());
    if (empty.length > 0) {
      empty[0].input.focus();
      return;
    }
    submit.disabled = true;
    failure.textContent = '';
    try {
      const to = contact.input.value.trim();
      const filled = { ...context, ...(to && { contact: to }), message: message.input.value };
      const receipt = await api.sendHandoff(filled, id);
      const { conversationId, answerId } = context;
      onSent(to);
      tell('handoff', { id: receipt.id, conversationId, answerId });
    } catch (error) {
      submit.disabled = false;
      failure.textContent = error.message;
      if (!error.paths?.includes('contact')) return;
      // Whoever was there has gone in the meantime.
      failure.textContent = texts.nobodyThere;
      contact.require(texts.contact);
      contact.input.focus();
    }
  };
  return { form, first: contact.input };
}

/** Not `randomUUID`, which a page over plain HTTP does not have. */
function randomId() {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
