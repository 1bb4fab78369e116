import { element, icon } from './element.js';
import { formField } from './form-field.js';

const thumb = 'M7 11v9H4v-9zm0 0 4-8c1.4 0 2.5 1 2.5 2.5V9H19a2 2 0 0 1 2 2.3l-1.2 7A2 2 0 0 1 17.8 20H7';

/**
 * What the shopper thinks of one answer: thumbs, a comment on what was wrong, sources that are wrong. All of it can be changed; what is
 * sent replaces what was sent before.
 * @param given the rating from an earlier visit, or null
 * @returns `wrong` has the ids of the sources that were called wrong then
 */
export function makeFeedback(chat, { answerId, store, given }) {
  const { texts } = chat;
  const state = {
    rating: earlier(given?.rating),
    comment: given?.comment ?? '',
    wrong: new Set(given?.wrongCitations),
  };
  const said = element('span', { role: 'status' });
  const place = element('div');
  const buttons = ['up', 'down'].map((rating) =>
    element(
      'button.thumb',
      { type: 'button', 'aria-label': texts[rating], title: texts[rating], onclick: () => rate(rating) },
      icon(thumb, rating),
    ),
  );
  const showRating = () => {
    for (const [at, button] of buttons.entries())
      button.setAttribute('aria-pressed', String(state.rating === ['up', 'down'][at]));
  };

  /** @returns whether it was kept. */
  const send = async (changes) => {
    const before = { ...state };
    Object.assign(state, changes);
    showRating();
    const { rating, comment, wrong } = state;
    const citations = [...wrong].map((id) => ({ id, wrong: true }));
    try {
      await chat.api.sendFeedback({
        answerId,
        rating,
        store,
        ...(comment && { comment }),
        ...(citations.length > 0 && { citations }),
      });
      said.textContent = texts.thanks;
      chat.tell('feedback', { answerId, rating });
      return true;
    } catch {
      Object.assign(state, before);
      showRating();
      said.textContent = texts.notSaved;
      return false;
    }
  };
  const rate = async (rating) => {
    const isKept = await send({ rating, ...(rating === 'up' && { comment: '' }) });
    if (!isKept) return;
    place.replaceChildren(...(rating === 'down' ? [commentForm(texts, state.comment, send)] : []));
    if (rating === 'down') chat.scroll.reveal(place);
  };
  showRating();
  return {
    node: element(
      'div.feedback',
      { role: 'group', 'aria-label': texts.helpful, part: 'feedback' },
      element('div.thumbs', {}, element('span', {}, texts.helpful), ...buttons, said),
      place,
    ),
    wrong: [...state.wrong],
    /** Says that a source is wrong, or takes that back. An answer with a wrong source is not helpful unless it was called so. */
    async markWrong(id, button) {
      const wrong = new Set(state.wrong);
      if (!wrong.delete(id)) wrong.add(id);
      if (await send({ wrong, rating: state.rating ?? 'down' }))
        button.setAttribute('aria-pressed', String(wrong.has(id)));
    },
  };
}

/** 1 to 5 as history has it. */
function earlier(rating) {
  if (rating === null || rating === undefined || rating === 3) return null;
  return rating > 3 ? 'up' : 'down';
}

function commentForm(texts, value, send) {
  const comment = formField(texts, 'textarea', texts.comment, { rows: 2, maxLength: 2000, value });
  const submit = element('button.chip', { type: 'submit' }, texts.sendComment);
  const form = element('form', {}, comment.node, submit);
  form.onsubmit = async (event) => {
    event.preventDefault();
    const text = comment.input.value.trim();
    if (text === '') return;
    submit.disabled = true;
    if (await send({ comment: text })) form.remove();
    else submit.disabled = false;
  };
  return form;
}
