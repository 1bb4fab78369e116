import { textTable } from '../../report/text-table.ts';
import type { BenchRow } from '../table.ts';
import type { Cell, ComparedMeasure, Difference } from './compare-systems.ts';
import type { Measure } from './measures.ts';

/** Extra lines of a table that are no measure of questions, such as memory: a text for each system. */
export interface PlainLine {
  name: string;
  values: string[];
}

/**
 * The systems' figures beside each other: a line a measure with 95 % intervals, the difference of ours to each other one with
 * its p, and who is best where the questions tell it. Pure.
 */
export function sideBySide(
  systems: readonly string[],
  ours: string,
  compared: readonly ComparedMeasure[],
  plain: readonly PlainLine[] = [],
): string {
  const others = systems.filter((name) => name !== ours);
  const columns = [
    { title: 'measure' },
    { title: 'n', align: 'right' as const },
    ...systems.map((title) => ({ title })),
    ...others.map((name) => ({ title: `${ours} − ${name}` })),
    { title: 'best' },
  ];
  const lines = compared.map(({ measure, count, cells, differences, best }) => [
    measure.name,
    String(count),
    ...cells.map((cell) => showCell(cell, measure)),
    ...differences.flatMap((one) => (one === null ? [] : [showDifference(one, measure)])),
    measure.better === 'neither' ? '' : best.length === 0 ? 'not told apart' : best.join(', '),
  ]);
  return textTable(columns, [...lines, ...plain.map(({ name, values }) => [name, '', ...values])]);
}

/** The same as rows for `--json`: each system's figure, then the differences. Pure. */
export function sideBySideRows(
  prefix: string,
  systems: readonly string[],
  ours: string,
  compared: readonly ComparedMeasure[],
): BenchRow[] {
  return compared.flatMap(({ measure, count, cells, differences }) => {
    const show = { ...(measure.unit && { unit: measure.unit }), digits: measure.digits ?? 3 };
    const rows = cells.map(
      ({ value, interval }, at): BenchRow => ({
        what: `${prefix}${measure.name}, ${systems[at]}`,
        value,
        interval,
        ...show,
        note: `of ${count}: ${measure.means}`,
      }),
    );
    const gaps = differences.flatMap((one, at): BenchRow[] =>
      one === null
        ? []
        : [
            {
              what: `${prefix}${measure.name}, ${ours} − ${systems[at]}`,
              value: one.value,
              interval: one.interval,
              ...(one.p === null ? {} : { p: one.p }),
              ...show,
            },
          ],
    );
    return [...rows, ...gaps];
  });
}

function showCell({ value, interval }: Cell, measure: Measure): string {
  if (value === null) return '–';
  const range = interval === null ? '' : ` [${interval.map((end) => show(end, measure)).join(', ')}]`;
  return `${show(value, measure)}${measure.unit ? ` ${measure.unit}` : ''}${range}`;
}

function showDifference({ value, interval, p }: Difference, measure: Measure): string {
  if (value === null) return '–';
  const sign = value > 0 ? '+' : '';
  const range = interval === null ? '' : ` [${interval.map((end) => show(end, measure)).join(', ')}]`;
  return `${sign}${show(value, measure)}${p === null ? range : ` ${showP(p)}`}`;
}

function showP(p: number): string {
  return p < 0.001 ? 'p < .001' : `p = ${p.toFixed(3).replace(/^0/, '')}`;
}

function show(value: number, { digits = 3 }: Measure): string {
  // −0.000 says nothing that 0.000 does not.
  return value.toFixed(digits).replace(/^-(0(?:\.0+)?)$/, '$1');
}
