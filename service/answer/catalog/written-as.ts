import { literal } from '../../../ingest/analysis/literal.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { pushValue } from './push-value.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How a catalog writes a quantity. */
interface Written {
  attribute: string;
  /** Values that are just that, lower case, by attribute. */
  options: Record<string, string[]>;
  /** Lower case, as names have it. */
  names: string[];
}

/** Where the catalog writes a quantity as the shopper does, with a space or without: `Format: 35 mm`, "35mm Film". */
export function writtenAs(said: string, { names, values }: Pick<Vocabulary, 'names' | 'values'>): Written {
  const [, number, unit] = /^(\d[\d.,]*)\s?-?(\p{L}+)$/u.exec(said) ?? [];
  if (number === undefined || unit === undefined) return { attribute: '', options: {}, names: [] };
  const pattern = new RegExp(String.raw`(?<![\p{L}\d.,/-])${literal(number)}[\s-]?${unit}(?![\p{L}\d])`, 'u');
  const options: Record<string, string[]> = {};
  for (const [key, entries] of values)
    if (key.replaceAll(/[\s-]/g, '') === `${number}${unit}`)
      for (const { attribute, value } of entries) pushValue(options, attribute, value);
  const inNames = names.flatMap(({ name }) => pattern.exec(fold(name))?.[0] ?? []);
  return { attribute: Object.keys(options)[0] ?? '', options, names: [...new Set(inNames)] };
}

/** Whether it does. */
export function isStated({ options, names }: Written): boolean {
  return names.length > 0 || Object.keys(options).length > 0;
}
