const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text of an element that holds only text: CDATA unwrapped, comments dropped, XML's own entities decoded. */
export function readXmlText(source: string): string {
  if (!source.includes('<')) return decodeEntities(source).trim();
  return source
    .replace(/<!--[\s\S]*?-->/g, '')
    .split(/<!\[CDATA\[([\s\S]*?)\]\]>/)
    .map((part, index) => (index % 2 === 1 ? part : decodeEntities(part)))
    .join('')
    .trim();
}

/** @param tag from `<` to `>`. @returns null when the tag has no such attribute. */
export function readXmlAttribute(tag: string, name: string): string | null {
  for (const [, key, double, single] of tag.matchAll(/\s([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (key === name) return decodeEntities(double ?? single ?? '').trim();
  }
  return null;
}

/** Decodes XML's five entities and character references; any other stays as it is written. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name, decimal, hex) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}
