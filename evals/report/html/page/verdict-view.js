import { element } from './element.js';
import { milliseconds } from './words.js';

export function checksTable({ checks, facts }) {
  const places = { text: 'in the answer', card: 'on a product card' };
  return [
    wide(
      'Checks of this case',
      ['', 'Check', 'Expected', 'Got'],
      checks.map(({ name, passed, expected, got }) => [
        verdictOf(passed),
        element('code', {}, name),
        expected,
        got,
      ]),
    ),
    facts.length > 0 &&
      element(
        'ul.found',
        {},
        facts.map(({ fact, foundIn }) =>
          element(
            foundIn ? 'li.good-text' : 'li.bad-text',
            {},
            element('q', {}, fact),
            ` ${foundIn ? `found ${places[foundIn]}` : 'not found'}`,
          ),
        ),
      ),
  ];
}

function verdictOf(passed) {
  return element(`span.verdict.${passed ? 'passed' : 'failed'}`, {}, passed ? 'Passed' : 'Failed');
}

export function repeatsTable(repeats) {
  return wide(
    'Every asking of this case',
    ['', 'Status', 'Answer', 'Time'],
    repeats.map(({ passed, error, status, answer, milliseconds: time }) => [
      verdictOf(passed),
      status ?? 'no answer',
      error ?? answer ?? '',
      milliseconds(time),
    ]),
  );
}

export function scoresTable({ scores }, metrics) {
  const applying = scores.filter(({ value }) => value !== null);
  const others = scores.filter(({ value }) => value === null);
  return [
    element(
      'dl.scores',
      {},
      applying.map(({ name, value }) =>
        element(
          'div',
          { title: metrics[name]?.meaning ?? '' },
          element('dt', {}, metrics[name]?.label ?? name),
          element(value >= 1 ? 'dd' : 'dd.bad-text', {}, String(value)),
        ),
      ),
    ),
    others.length > 0 &&
      element(
        'details',
        {},
        element('summary', {}, `${others.length} scores that do not apply`),
        element(
          'ul.plain-list',
          {},
          others.map(({ name, reason }) => element('li', {}, `${metrics[name]?.label ?? name}: ${reason}`)),
        ),
      ),
  ];
}

/** A table that scrolls by itself where the page is narrow. */
function wide(label, titles, rows) {
  return element(
    'div.wide',
    { tabIndex: 0, role: 'region', 'aria-label': label },
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          titles.map((title) => (title === '' ? element('td') : element('th', { scope: 'col' }, title))),
        ),
      ),
      element(
        'tbody',
        {},
        rows.map((cells) =>
          element(
            'tr',
            {},
            cells.map((cell) => element('td.plain', {}, cell)),
          ),
        ),
      ),
    ),
  );
}
