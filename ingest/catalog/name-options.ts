import { splitOptions } from '../extract/split-options.ts';
import { plainText } from './plain-text.ts';

/** What a row says of its variant. */
interface RowOptions {
  attributes: Record<string, string[]>;
  /** Of the attributes, those that set the variant apart. */
  options: Record<string, string>;
}

/** Gives options that a catalog has as one text (`variant: Red / S`), or without a name, the names that shoppers use. */
export function nameOptions<Row extends RowOptions>(rows: readonly Row[]): Row[] {
  const known = new Map<string, string[]>();
  for (const { attributes } of rows)
    for (const [name, values] of Object.entries(attributes))
      known.set(name, [...(known.get(name) ?? []), ...values.map(plainText)]);
  const before = rows.map(({ attributes }) =>
    Object.fromEntries(
      Object.entries(attributes).map(([name, values]) => [name, values.map(plainText).join(', ')]),
    ),
  );
  const after = splitOptions(before, Object.fromEntries(known));
  return rows.map((row, at) => renamed(row, before[at] ?? {}, after[at] ?? {}));
}

function renamed<Row extends RowOptions>(
  row: Row,
  before: Record<string, string>,
  after: Record<string, string>,
): Row {
  const isSame = ([name]: [string, unknown]) => before[name] === after[name];
  const split = Object.entries(after).filter(([name, value]) => before[name] !== value);
  if (split.length === 0) return row;
  return {
    ...row,
    attributes: {
      ...Object.fromEntries(Object.entries(row.attributes).filter(isSame)),
      ...Object.fromEntries(split.map(([name, value]) => [name, [value]])),
    },
    options: {
      ...Object.fromEntries(Object.entries(row.options).filter(isSame)),
      ...Object.fromEntries(split),
    },
  };
}
