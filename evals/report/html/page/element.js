/**
 * Makes an element. Text only ever becomes text nodes, so nothing that a page, a shopper or a model wrote can run.
 * @param tag its name, with classes: `p.note`
 * @param options properties, `on…` handlers among them, and attributes for names with a hyphen, `role` and `scope`
 * @param children elements or texts; null and false are left out, lists are spread
 */
export function element(tag, options = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const made = document.createElement(name);
  if (classes.length > 0) made.className = classes.join(' ');
  for (const [key, value] of Object.entries(options)) {
    if (value === null || value === undefined) continue;
    if (key.includes('-') || key === 'role' || key === 'scope') made.setAttribute(key, value);
    else made[key] = value;
  }
  made.append(
    ...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return made;
}

/** A link for what has a web address; for any other address its text alone. */
export function sourceLink(url, title) {
  const text = title || url;
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    return element('span', {}, text, title && url ? element('span.url', {}, ` ${url}`) : null);
  }
  return element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, text);
}
