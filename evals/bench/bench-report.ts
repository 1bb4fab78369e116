import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { BENCH_GROUPS, type BenchGroup } from './benchmark.ts';
import { formatMachine, type Machine } from './machine.ts';
import { type BenchBaseline, type BenchRow, benchTable } from './table.ts';

/** The figures of one benchmark. */
export interface BenchSection {
  group: BenchGroup;
  title: string;
  seconds: number;
  rows: BenchRow[];
  /** Printed below the table. */
  text?: string;
  /** Printed instead of the rows' own table, unless they are held against a baseline. */
  table?: string;
}

/** What `--json` writes. */
export interface BenchReport {
  format: 'aisle-bench';
  formatVersion: 1;
  machine: Machine;
  models: { embedding: string; chat: string };
  sections: BenchSection[];
}

/** The lines above the first table. */
export function renderHead({ machine, models }: Pick<BenchReport, 'machine' | 'models'>): string {
  return `${formatMachine(machine)}\nembedding model ${models.embedding} · chat model ${models.chat}`;
}

/** A benchmark's title, how long it took, and its table. Pure. */
export function renderSection(section: BenchSection, baseline: BenchBaseline | null): string {
  const { group, title, seconds, rows, text } = section;
  const table = section.table === undefined || baseline !== null ? benchTable(rows, baseline) : section.table;
  const head = `${group}: ${title} (${seconds.toFixed(0)} s)\n\n${table}`;
  return text === undefined ? head : `${head}\n\n${text}`;
}

const baselineFormat = z.object({
  format: z.literal('aisle-bench'),
  formatVersion: z.literal(1),
  sections: z.array(
    z.object({
      group: z.enum(BENCH_GROUPS),
      title: z.string(),
      rows: z.array(z.object({ what: z.string(), value: z.number().nullable() })),
    }),
  ),
});

/**
 * Reads a report as a baseline.
 * @returns a function that gives a section's earlier figures; empty for a section that was not measured then.
 * @throws Error naming the file when it cannot be read or is no report of this command.
 */
export async function readBenchBaseline(
  path: string,
): Promise<(section: Pick<BenchSection, 'group' | 'title'>) => BenchBaseline> {
  try {
    const { sections } = baselineFormat.parse(JSON.parse(await readFile(path, 'utf8')));
    return ({ group, title }) => {
      const before = sections.find((section) => section.group === group && section.title === title);
      return new Map(before?.rows.map(({ what, value }) => [what, value]));
    };
  } catch (cause) {
    throw new Error(`${path}: expected a file that npm run bench -- --json has written`, { cause });
  }
}
