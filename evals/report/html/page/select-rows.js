const VERDICT_ORDER = { error: 0, failed: 1, passed: 2 };

/** What is shown by each of the buttons above the table. */
export const shownBy = {
  all: () => true,
  failed: (row) => row.verdict !== 'passed',
  passed: (row) => row.verdict === 'passed',
  flaky: (row) => row.flaky,
  broken: (row) => row.change === 'broken',
  fixed: (row) => row.change === 'fixed',
  changed: (row) => row.change === 'changed' || row.change === 'edited' || row.change === 'added',
};

/** Lower case, without accents: whoever looks for `devolucion` finds `devolución`. */
function foldText(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The text of a row that is searched, folded. */
export function searchText(row) {
  return foldText(
    [row.id, row.question, row.answer, ...row.tags, ...row.failed, row.status ?? ''].join('\n'),
  );
}

/**
 * The rows that a view asks for, sorted. Every word of the search must stand somewhere in a row.
 * @param entries rows with their folded text: `{ row, text }`
 */
export function selectRows(entries, view) {
  const words = foldText(view.q).split(/\s+/u).filter(Boolean);
  const shown = Object.hasOwn(shownBy, view.show) ? shownBy[view.show] : shownBy.all;
  const chosen = entries.filter(
    ({ row, text }) =>
      shown(row) &&
      (view.suite === '' || String(row.suite) === view.suite) &&
      (view.tag === '' || row.tags.includes(view.tag)) &&
      (view.status === '' || (row.status ?? 'none') === view.status) &&
      words.every((word) => text.includes(word)),
  );
  const rows = chosen.map(({ row }) => row);
  const key = sortKeys[view.sort];
  if (Object.hasOwn(sortKeys, view.sort))
    rows.sort((a, b) => compareKeys(key(a), key(b), view.desc) || inOrder(a, b));
  return rows;
}

/** What a column is sorted by. */
const sortKeys = {
  verdict: (row) => VERDICT_ORDER[row.verdict],
  id: (row) => row.id,
  tags: (row) => row.tags.join(' '),
  status: (row) => row.status,
  confidence: (row) => row.confidence,
  time: (row) => row.milliseconds,
};

function inOrder(a, b) {
  return a.suite - b.suite || a.n - b.n;
}

/** What is missing comes last, whichever way. */
function compareKeys(a, b, desc) {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  const order = typeof a === 'number' ? a - b : a < b ? -1 : a > b ? 1 : 0;
  return desc ? -order : order;
}
