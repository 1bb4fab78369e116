/**
 * Makes an element. Text only ever becomes text nodes, so nothing that a page, a shopper or a model wrote can run.
 * @param tag its name, with classes: `p.note`
 * @param options properties, `on…` handlers among them, and attributes for names with a hyphen
 * @param children elements or texts; null and false are left out
 */
export function element(tag, options = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const made = document.createElement(name);
  if (classes.length > 0) made.className = classes.join(' ');
  for (const [key, value] of Object.entries(options)) {
    if (value === null || value === undefined) continue;
    if (key.includes('-') || key === 'role' || key === 'part') made.setAttribute(key, value);
    else made[key] = value;
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

const svg = 'http://www.w3.org/2000/svg';

/** A drawing of 24 by 24 in the colour of the text; fonts do not have these signs everywhere. */
export function icon(line, name = '') {
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', line);
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  if (name) drawing.classList.add(name);
  drawing.append(path);
  return drawing;
}

/** An address that is safe to link to or load, or null: only http and https, and whole. */
export function webAddress(text) {
  if (!text || !URL.canParse(text)) return null;
  const url = new URL(text);
  return ['http:', 'https:'].includes(url.protocol) ? url.href : null;
}

/** A link that opens beside the chat, or plain text where its address is not safe. */
export function outwardLink(tag, href, ...children) {
  const safe = webAddress(href);
  if (!safe) return element(tag.replace(/^a/, 'span'), {}, ...children);
  return element(tag, { href: safe, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}
