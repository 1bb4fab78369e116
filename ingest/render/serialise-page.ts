/**
 * Runs inside the page, in a world of its own: writes what is on the page as HTML, with what open shadow roots show in
 * the place where they show it, and without scripts. It must not refer to anything outside itself.
 *
 * Properties are read through the prototypes, as a form field named `childNodes` or an image named `body` hides them.
 * @param limit characters
 * @returns null when there are more.
 */
export function serialisePage(limit: number): string | null {
  const dropped = new Set(['noscript', 'template', 'svg', 'canvas', 'iframe', 'frame', 'object', 'embed']);
  const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
  const raw = new Set(['script', 'style', 'xmp', 'noembed', 'noframes', 'plaintext']);
  const ofNode = <T>(name: string, node: Node) => Reflect.get(Node.prototype, name, node) as T;
  const ofElement = <T>(name: string, node: Node) => Reflect.get(Element.prototype, name, node) as T;
  const attributeOf = (node: Node, name: string) =>
    Element.prototype.getAttribute.call(node as Element, name);
  const escapeText = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

  const isDropped = (node: Node, name: string) =>
    dropped.has(name) || (name === 'script' && attributeOf(node, 'type') !== 'application/ld+json');

  function childrenOf(node: Node, name: string): ArrayLike<Node> {
    const shadow = ofElement<ShadowRoot | null>('shadowRoot', node);
    if (shadow) return ofNode<NodeListOf<Node>>('childNodes', shadow);
    if (name === 'slot' && node instanceof HTMLSlotElement) {
      const assigned = HTMLSlotElement.prototype.assignedNodes.call(node);
      if (assigned.length > 0) return assigned;
    }
    return ofNode<NodeListOf<Node>>('childNodes', node);
  }

  function openTag(node: Node, name: string): string {
    let tag = `<${name}`;
    for (const { name: key, value } of Array.from(ofElement<NamedNodeMap>('attributes', node))) {
      tag += ` ${key}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    }
    return `${tag}>`;
  }

  const parts: string[] = ['<!doctype html>'];
  let left = limit;
  const write = (text: string) => {
    parts.push(text);
    left -= text.length;
  };
  const root = Reflect.get(Document.prototype, 'documentElement', document) as Element | null;
  const pending: (Node | string)[] = root === null ? [] : [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (left < 0) return null;
    if (typeof next === 'string') {
      write(next);
      continue;
    }
    const type = ofNode<number>('nodeType', next);
    if (type === 3) {
      const parent = ofNode<Node | null>('parentNode', next);
      const inRaw = parent !== null && raw.has(ofNode<string>('nodeName', parent).toLowerCase());
      const data = ofNode<string | null>('nodeValue', next) ?? '';
      write(inRaw ? data : escapeText(data));
    }
    if (type !== 1) continue;
    const name = ofElement<string>('localName', next);
    if (isDropped(next, name)) continue;
    write(openTag(next, name));
    if (empty.has(name)) continue;
    pending.push(`</${name}>`);
    const children = childrenOf(next, name);
    for (let at = children.length - 1; at >= 0; at -= 1) pending.push(children[at] as Node);
  }
  return left < 0 ? null : parts.join('');
}

/** Runs inside the page like {@link serialisePage}: how much is on it, to tell when it has come to rest. */
export function measurePage(): { loaded: boolean; size: number; text: number } {
  const body = document.body as HTMLElement | null;
  const all = Document.prototype.getElementsByTagName.call(document, '*').length;
  const content = body ? (Reflect.get(Node.prototype, 'textContent', body) as string | null) : '';
  const length = (content ?? '').length;
  // The text as seen needs a layout, which takes seconds for a page of that size; it has text enough.
  const seen =
    body instanceof HTMLElement && length < 200_000
      ? (Reflect.get(HTMLElement.prototype, 'innerText', body) as string).trim().length
      : length;
  const state = Reflect.get(Document.prototype, 'readyState', document);
  return {
    loaded: state !== 'loading',
    size: all + length,
    text: seen,
  };
}
