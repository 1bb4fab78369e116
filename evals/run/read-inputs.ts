import { mkdir } from 'node:fs/promises';
import { type Baseline, openBaseline } from '../comparison/open-baseline.ts';
import type { EvalOptions } from '../eval-options.ts';
import type { Suite } from '../suite.ts';
import { readSuite } from '../suite-file/read-suite.ts';
import { UsageError } from '../usage-error.ts';
import { type Choice, type SuiteScan, scanSuite } from './choose-cases.ts';

/** A suite that has been checked, and what of it is asked. */
export interface ChosenSuite {
  suite: Suite;
  choice: Choice;
  scan: SuiteScan;
}

export interface Inputs {
  suites: ChosenSuite[];
  baseline: Baseline | null;
}

/**
 * Reads all that a call names, before the first question.
 *
 * @throws UsageError with every mistake, one a line.
 */
export async function readInputs(options: EvalOptions): Promise<Inputs> {
  const { keep, faults } = makeFaults();
  const suites = (await Promise.all(options.suites.map((path) => keep(readChosen(path, options))))).flat();
  const [baseline = null] = options.baseline === null ? [] : await keep(openBaseline(options.baseline));
  // Made now, so that a folder that cannot be written is known before the run, not after it.
  if (options.out !== null) await keep(mkdir(options.out, { recursive: true }));

  const names = suites.map(({ suite }) => suite.name);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  for (const name of twice) faults.push(`expected suites with different names, got two called ${name}`);
  for (const { suite, scan } of suites) {
    if (options.against !== null && suite.sources !== null) {
      faults.push(
        `--against: suite ${suite.name} has sources, which only a service in this process can ingest`,
      );
    }
    if (scan.filtered === 0) {
      const tags = scan.tags.join(', ') || 'none';
      faults.push(`--filter: no case of suite ${suite.name} is left; its tags: ${tags}`);
    }
  }
  if (faults.length > 0) throw new UsageError(faults.join('\n'));
  return { suites, baseline };
}

/** @throws what reading the suite does. */
export async function readChosen(
  path: string,
  { filters, shard }: Pick<EvalOptions, 'filters' | 'shard'>,
): Promise<ChosenSuite> {
  const suite = await readSuite(path);
  const choice = { filters, shard };
  return { suite, choice, scan: await scanSuite(suite, choice) };
}

/** Goes on after a mistake, so that all are told at once. */
export function makeFaults() {
  const faults: string[] = [];
  return {
    faults,
    /** @returns what was read, in a list; an empty one where it could not be. */
    keep: <T>(reading: Promise<T>): Promise<T[]> =>
      reading.then(
        (value) => [value],
        (error: unknown) => {
          faults.push(error instanceof Error ? error.message : String(error));
          return [];
        },
      ),
  };
}
