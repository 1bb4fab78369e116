/** What the table shows, as it is where nothing was chosen. Kept in the address, so that a view can be sent to someone. */
export const plainView = {
  q: '',
  show: 'all',
  suite: '',
  tag: '',
  status: '',
  sort: '',
  desc: false,
  page: 1,
  open: '',
};

/** @param hash of the address, with or without its `#`; what is unknown in it is ignored */
export function readView(hash) {
  const stated = new URLSearchParams(hash.replace(/^#/u, ''));
  const view = { ...plainView };
  for (const name of ['q', 'show', 'suite', 'tag', 'status', 'sort', 'open']) {
    view[name] = stated.get(name) ?? view[name];
  }
  view.desc = stated.get('desc') === '1';
  view.page = Math.max(1, Math.trunc(Number(stated.get('page'))) || 1);
  return view;
}

/** The address's hash for a view, without what is as plain as ever. */
export function writeView(view) {
  const stated = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) {
    if (value !== plainView[name]) stated.set(name, value === true ? '1' : String(value));
  }
  return stated.toString();
}
