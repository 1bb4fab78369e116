import { textTable } from '../report/text-table.ts';

/** One measured figure of a benchmark. */
export interface BenchRow {
  /** What was measured; unique within its benchmark. */
  what: string;
  /** Null where it could not be measured; `note` then says why. */
  value: number | null;
  /** After the figure, such as `ms` or `/s`. */
  unit?: string;
  /** Decimals to print; 3 if left out. */
  digits?: number;
  /** What it has to reach, and from which side. */
  target?: { atLeast: number } | { atMost: number };
  /** The figure before there was any of this: of the plainest method, measured on the same data. `note` says which. */
  baseline?: number;
  /** 95 % interval of the figure. */
  interval?: [number, number] | null;
  /** Of a difference: how likely one as large is by chance alone, of a paired two-sided test. */
  p?: number;
  /** What it compares with, such as another system's figure on the same data; or why there is none. */
  note?: string;
}

/** Figures of an earlier run by `what`. */
export type BenchBaseline = ReadonlyMap<string, number | null>;

/**
 * A benchmark's figures in an aligned table: the plainest method's where there is one, value, target and whether it is met,
 * with a baseline file the earlier value and the change, and notes. A figure that was not measured is a dash. Pure.
 */
export function benchTable(rows: readonly BenchRow[], baseline: BenchBaseline | null = null): string {
  const withPlainest = rows.some((row) => row.baseline !== undefined);
  const columns = [
    { title: 'what' },
    ...(withPlainest ? [{ title: 'baseline', align: 'right' as const }] : []),
    { title: 'value', align: 'right' as const },
    { title: 'target', align: 'right' as const },
    { title: '' },
    ...(baseline
      ? [
          { title: 'before', align: 'right' as const },
          { title: 'change', align: 'right' as const },
        ]
      : []),
    { title: 'note' },
  ];
  return textTable(
    columns,
    rows.map((row) => [
      row.what,
      ...(withPlainest ? [row.baseline === undefined ? '' : show(row, row.baseline)] : []),
      show(row, row.value),
      showTarget(row),
      verdict(row),
      ...(baseline ? compared(row, baseline.get(row.what) ?? null) : []),
      row.note ?? '',
    ]),
  );
}

function verdict(row: BenchRow): string {
  if (row.target === undefined) return '';
  if (row.value === null) return 'not measured';
  return meetsTarget(row) ? 'ok' : 'missed';
}

/** Whether a figure reaches its target; true where it has none, false where it was not measured. */
export function meetsTarget({ value, target }: BenchRow): boolean {
  if (target === undefined) return true;
  if (value === null) return false;
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
}

function showTarget(row: BenchRow): string {
  if (row.target === undefined) return '';
  return 'atLeast' in row.target ? `≥ ${show(row, row.target.atLeast)}` : `≤ ${show(row, row.target.atMost)}`;
}

function compared(row: BenchRow, before: number | null): string[] {
  if (before === null || row.value === null) return [show(row, before), '–'];
  const change = row.value - before;
  return [show(row, before), `${change > 0 ? '+' : ''}${show(row, change)}`];
}

function show({ unit, digits = 3 }: BenchRow, value: number | null): string {
  if (value === null) return '–';
  return unit === undefined ? value.toFixed(digits) : `${value.toFixed(digits)} ${unit}`;
}
