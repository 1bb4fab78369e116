import { element } from './element.js';
import { changeWords, milliseconds, share, verdictWords } from './words.js';

export const pageSize = 50;

/** One row of the table. Its button opens the case; the row itself does so too for those who use a mouse. */
export function tableRow(row, { open, suites }) {
  const chips = [
    row.flaky && element('span.chip.warn', {}, 'flaky'),
    row.change &&
      element(
        `span.chip.${row.change === 'broken' ? 'bad' : row.change === 'fixed' ? 'good' : 'plain'}`,
        {},
        changeWords[row.change],
      ),
  ];
  const where = suites.length > 1 ? `${suites[row.suite].name} · ${row.id}` : row.id;
  const failed = row.failed.length > 0 ? element('span.why', {}, row.failed.join(', ')) : null;
  const made = element(
    'tr',
    { onclick: (event) => event.target.closest('button') === null && open(row) },
    element('td.verdict-cell', {}, verdictMark(row)),
    element(
      'th.case-cell',
      { scope: 'row' },
      element('button.open', { type: 'button', onclick: () => open(row) }, row.question || row.id),
      element(
        'span.meta',
        {},
        element('span.id', {}, where),
        row.earlier > 0 ? element('span', {}, `${row.earlier + 1} turns`) : null,
        chips,
        failed,
      ),
    ),
    element(
      'td.tags-cell',
      {},
      row.tags.map((tag) => element('span.tag', {}, tag)),
    ),
    element('td.status-cell', {}, row.status ?? '–'),
    element('td.number', {}, share(row.confidence)),
    element('td.number', {}, milliseconds(row.milliseconds)),
  );
  made.dataset.key = rowKey(row);
  return made;
}

export function verdictMark({ verdict }) {
  return element(`span.verdict.${verdict}`, {}, verdictWords[verdict]);
}

/** How the address names a case. */
export function rowKey(row) {
  return `${row.suite}:${row.n}`;
}
