import { answerPieces } from './answer-pieces.js';
import { element } from './element.js';
import { share } from './words.js';

export function conversation({ questions, turns, standalone }) {
  const earlier = questions
    .slice(0, -1)
    .flatMap((question, index) => [
      turn('Shopper', question, 'shopper'),
      turns[index] ? turn(`Answer · ${turns[index].status}`, turns[index].answer, 'told') : null,
    ]);
  const asked = questions.at(-1) ?? '';
  return [
    element('div.turns', {}, earlier, turn('Shopper', asked, 'shopper')),
    standalone && standalone !== asked
      ? element('p.note', {}, 'Understood as: ', element('q', {}, standalone))
      : null,
  ];
}

function turn(who, text, kind) {
  return element(`div.turn.${kind}`, {}, element('span.who', {}, who), element('span.plain', {}, text));
}

export function answerBlock(row, detail) {
  const now = element(
    'div.answer',
    {},
    facts([
      row.status ?? 'no answer',
      detail.locale,
      row.confidence === null ? null : `confidence ${share(row.confidence)}`,
      detail.model,
    ]),
    detail.error === null ? answerText(detail) : element('p.plain.bad-text', {}, detail.error),
    detail.clarify &&
      element(
        'p.note',
        {},
        `Asks back about ${detail.clarify.attribute}: ${detail.clarify.options.join(', ')}`,
      ),
    detail.handoff &&
      element('p.note', {}, `Offers people (${detail.handoff.reason}): ${detail.handoff.message}`),
    faults(detail),
  );
  return detail.before === null
    ? now
    : element('div.beside', {}, titled('Now', now), titled('Baseline', earlier(detail.before)));
}

function titled(title, content) {
  return element('div', {}, element('h4', {}, title), content);
}

function answerText({ answer, unsupported }) {
  const text = element('p.plain.answer-text');
  for (const piece of answerPieces(answer ?? '', unsupported)) {
    if (piece.mark !== undefined) text.append(markButton(piece.mark));
    else if (piece.unsupported === null) text.append(piece.text);
    else text.append(element('span.unsupported', { title: piece.unsupported }, piece.text));
  }
  return text;
}

/** Leads from a mark in the answer to its citation. */
function markButton(id) {
  return element(
    'button.cite',
    {
      type: 'button',
      'aria-label': `Citation ${id}`,
      onclick: ({ currentTarget }) => {
        const target = currentTarget.closest('dialog').querySelector(`[data-citation="${id}"]`);
        target?.scrollIntoView({ block: 'center' });
        target?.focus();
      },
    },
    String(id),
  );
}

function faults({ unsupported, inexactNumbers }) {
  if (unsupported.length === 0 && inexactNumbers.length === 0) return null;
  return element(
    'ul.faults',
    {},
    unsupported.map(({ text, reason }) =>
      element('li', {}, 'Not supported: ', element('q', {}, text), ` (${reason})`),
    ),
    inexactNumbers.length > 0 && element('li', {}, `In none of the quotes: ${inexactNumbers.join(', ')}`),
  );
}

function earlier({ passed, status, answer, citations, words }) {
  return element(
    'div.answer.before',
    {},
    facts([passed ? 'passed' : 'failed', status ?? 'no answer']),
    words === null
      ? element('p.plain', {}, answer ?? '')
      : element(
          'p.plain',
          {},
          words.map(([kind, text]) =>
            kind === '=' ? text : element(kind === '-' ? 'del' : 'ins', {}, text),
          ),
        ),
    citations.length > 0 &&
      element(
        'ul.quotes',
        {},
        citations.map(({ url, quote }) =>
          element('li', {}, element('q', {}, quote), element('span.url', {}, ` ${url}`)),
        ),
      ),
  );
}

function facts(list) {
  return element(
    'p.facts',
    {},
    list.filter(Boolean).map((fact) => element('span.chip.plain', {}, fact)),
  );
}
