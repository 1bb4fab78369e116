/** The table's data, which stands in the page as JSON. */
export function readPageData() {
  return JSON.parse(document.getElementById('data').textContent);
}

/** All of one case, or null where the page had no room for it. Parsed when it is asked for: there may be thousands. */
export function readDetail(row) {
  const block = row.detail ? document.getElementById(detailId(row)) : null;
  return block === null ? null : JSON.parse(block.textContent);
}

function detailId({ suite, n }) {
  return `case-${suite}-${n}`;
}
