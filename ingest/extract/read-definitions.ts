import type { Block } from './blocks.ts';
import { childElements, type DomElement, textOf } from './dom.ts';

/** A longer definition is running text, and its term a heading for it. */
const LONGEST_VALUE = 200;
const LONGEST_TERM = 200;

interface Reader {
  readChildren(element: DomElement): void;
  endLine(): void;
  scoped(name: string, read: () => void): void;
  add(block: Block): void;
}

/** Reads a definition list: `Term: value` a line, or a heading and its text where the term asks or the text is long. */
export function readDefinitions(list: DomElement, reader: Reader): void {
  let terms: string[] = [];
  let values: DomElement[] = [];
  const flush = () => {
    const term = terms.join(', ');
    if (term !== '' || values.length > 0) readPair(term, values, reader);
    terms = [];
    values = [];
  };
  // Each pair may stand in a `<div>` of its own.
  const items = childElements(list).flatMap((child) =>
    child.name === 'div' ? childElements(child) : [child],
  );
  for (const item of items) {
    if (item.name === 'dt') {
      if (values.length > 0) flush();
      const term = textOf(item);
      if (term !== '') terms.push(term);
    } else if (item.name === 'dd') values.push(item);
    else {
      flush();
      reader.readChildren(item);
      reader.endLine();
    }
  }
  flush();
}

function readPair(term: string, values: DomElement[], reader: Reader): void {
  const readValues = () => {
    for (const value of values) {
      reader.readChildren(value);
      reader.endLine();
    }
  };
  const texts = values.map((value) => textOf(value)).filter((text) => text !== '');
  if (term === '' || term.length > LONGEST_TERM) {
    if (term !== '') reader.add({ type: 'line', text: term, shape: 'prose' });
    readValues();
  } else if (/[?؟？]$/u.test(term) || texts.join(' ').length > LONGEST_VALUE) reader.scoped(term, readValues);
  else {
    const value = texts.join(', ');
    reader.add({
      type: 'line',
      text: value === '' ? term : `${term.replace(/\s*:$/, '')}: ${value}`,
      shape: 'prose',
    });
  }
}
