/** One piece of markup in an XML text; `[start, end)` are offsets into it. */
export interface XmlToken {
  kind: 'open' | 'close' | 'empty' | 'doctype' | 'other';
  /** The element's name as written, with its prefix; empty for what is no element. */
  name: string;
  start: number;
  end: number;
}

/**
 * Finds the next markup at or after `from`.
 * @returns null when there is none that is whole; the text from its `<` on may become one when more comes.
 */
export function nextXmlToken(text: string, from: number): XmlToken | null {
  const start = text.indexOf('<', from);
  if (start === -1) return null;
  const until = (close: string, after: number): XmlToken | null => {
    const at = text.indexOf(close, start + after);
    return at === -1 ? null : { kind: 'other', name: '', start, end: at + close.length };
  };
  const opening = text.slice(start, start + 9);
  if (opening.startsWith('<!--')) return until('-->', 4);
  if (opening === '<![CDATA[') return until(']]>', 9);
  if (opening.startsWith('<?')) return until('?>', 2);
  // A chunk may end within the marker itself.
  if (opening.length < 9 && '<![CDATA['.startsWith(opening)) return null;
  if (/^<!doctype/i.test(opening)) return { kind: 'doctype', name: '', start, end: start + 9 };
  const end = tagEnd(text, start + 1);
  if (end === -1) return null;
  const name = /^<\/?([^\s/>]*)/.exec(text.slice(start, end))?.[1] ?? '';
  if (text[start + 1] === '/') return { kind: 'close', name, start, end };
  return { kind: text[end - 2] === '/' ? 'empty' : 'open', name, start, end };
}

/** The offset after a tag's `>`, which may also stand in quotes in it; -1 while it has not come. */
function tagEnd(text: string, from: number): number {
  let quote = '';
  for (let i = from; i < text.length; i += 1) {
    const c = text[i] as string;
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '>') return i + 1;
  }
  return -1;
}
