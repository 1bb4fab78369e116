/** A value as semiPQA writes it: `{ unit:inches, value:3.5 }`, `[ … ]`, `"text"`, `false`. */
type Value = string | Value[] | { [name: string]: Value };

const PUNCTUATION = /^[{}[\],:;]$/;
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:;]|[^\s{}[\],:;"]+/gu;

/**
 * An attribute of semiPQA as a line of a product page says it: `item_weight:  { unit:pounds, value:1.5 }` becomes
 * `Item weight: 1.5 pounds`. The same value in a normalised unit beside it is left out. Text of another form comes
 * back with its brackets dropped. Pure.
 */
export function factLine(candidate: string): string {
  const colon = candidate.indexOf(':');
  const name = readable(candidate.slice(0, colon));
  const label = name.charAt(0).toUpperCase() + name.slice(1);
  return `${label}: ${sayAll(parseValues(candidate.slice(colon + 1)))}`;
}

function parseValues(text: string): Value[] {
  const tokens = text.match(TOKEN) ?? [];
  let at = 0;
  const parse = (): Value => {
    const token = tokens[at] ?? '';
    at += 1;
    if (token === '[') return parseList(']');
    if (token === '{') return parseObject();
    if (PUNCTUATION.test(token)) return '';
    return token.startsWith('"') ? token.slice(1, -1).replaceAll('\\', '') : readable(token);
  };
  const parseList = (end: string | null): Value[] => {
    const values: Value[] = [];
    while (at < tokens.length && tokens[at] !== end) {
      values.push(parse());
    }
    at += 1;
    return values;
  };
  const parseObject = (): Value => {
    const fields: { [name: string]: Value } = {};
    while (at < tokens.length && tokens[at] !== '}') {
      const name = tokens[at] ?? '';
      at += 1;
      if (tokens[at] !== ':' || PUNCTUATION.test(name)) continue;
      at += 1;
      fields[name] = parse();
    }
    at += 1;
    return fields;
  };
  return parseList(null);
}

function say(value: Value): string {
  if (typeof value === 'string') return value === 'true' ? 'yes' : value === 'false' ? 'no' : value;
  if (Array.isArray(value)) return sayAll(value);
  const { value: main, unit, normalized_value: _, ...rest } = value;
  const measure = main === undefined ? [] : [unit === undefined ? say(main) : `${say(main)} ${say(unit)}`];
  const others = Object.entries(rest).map(([name, inner]) => `${readable(name)} ${say(inner)}`);
  return [...measure, ...others].join(', ');
}

/** Several values, each once. */
function sayAll(values: readonly Value[]): string {
  return [...new Set(values.map(say))].filter((text) => text !== '').join(', ');
}

function readable(name: string): string {
  return name.replaceAll('_', ' ').trim();
}
