import { bootstrapIntervals } from '../../metrics/bootstrap.ts';
import { ratio } from '../../metrics/ratio.ts';
import { mcnemarTest, signFlipTest } from '../../metrics/significance.ts';
import { areaUnderCurveStatistic } from '../../metrics/sorted-statistics.ts';
import { everyOnce, type Statistic } from '../../metrics/statistic.ts';
import type { Measure, QuestionFigures } from './measures.ts';

/** A system with its figures, a record for each question, in the questions' order. */
export interface MeasuredSystem {
  name: string;
  figures: readonly QuestionFigures[];
}

export interface Cell {
  /** Null where it cannot be measured. */
  value: number | null;
  interval: [number, number] | null;
}

/** One system's difference to ours, question by question. */
export interface Difference extends Cell {
  /** Chance alone, two-sided; null where there is no test for the measure, as for an area. */
  p: number | null;
}

export interface ComparedMeasure {
  measure: Measure;
  /** Questions it applies to. */
  count: number;
  /** In the systems' order. */
  cells: Cell[];
  /** Ours minus theirs, in the systems' order; null for ours itself. */
  differences: (Difference | null)[];
  /** Systems that are better than all that differ from them, by test or, of an area, by its interval; ours is no exception. */
  best: string[];
}

const SEED = 1;
const SIGNIFICANT = 0.05;

/** The names under which one measure's statistics are drawn together. */
const SYSTEM = 'system ';
const VERSUS = 'versus ';

/**
 * Holds systems side by side: every measure with its 95 % bootstrap interval, and ours against each other one by the same
 * questions: McNemar's exact test for shares, the randomization test for means, and the paired bootstrap interval for the
 * difference. Pure; the same figures give the same numbers.
 *
 * @param ours name of the system that the others are held against.
 */
export function compareSystems(
  systems: readonly MeasuredSystem[],
  measures: readonly Measure[],
  ours: string,
): ComparedMeasure[] {
  return measures.map((measure) => compareBy(measure, systems, ours));
}

function compareBy(measure: Measure, systems: readonly MeasuredSystem[], ours: string): ComparedMeasure {
  const size = systems[0]?.figures.length ?? 0;
  const columns = systems.map(({ figures }) => columnOf(figures, measure.figure));
  const own = systems.findIndex(({ name }) => name === ours);
  const statistics = new Map<string, Statistic>();
  for (const [at, system] of systems.entries()) {
    const statistic = statisticOf(measure, columns[at] ?? new Float64Array(), system);
    statistics.set(`${SYSTEM}${at}`, statistic);
    const mine = own === -1 || at === own ? undefined : systems[own];
    if (mine !== undefined)
      statistics.set(
        `${VERSUS}${at}`,
        difference(statisticOf(measure, columns[own] ?? new Float64Array(), mine), statistic),
      );
  }
  const intervals = bootstrapIntervals(statistics, { size, seed: SEED });
  const once = everyOnce(size);
  const cell = (name: string): Cell => {
    const value = statistics.get(name)?.of(once) ?? Number.NaN;
    return { value: Number.isFinite(value) ? value : null, interval: intervals.get(name) ?? null };
  };
  const cells = systems.map((_, at) => cell(`${SYSTEM}${at}`));
  const differences = systems.map((_, at) =>
    at === own || own === -1
      ? null
      : { ...cell(`${VERSUS}${at}`), p: pairedTest(measure, columns[own], columns[at]) },
  );
  const count = Math.max(
    0,
    ...[...statistics].filter(([name]) => name.startsWith(SYSTEM)).map(([, one]) => one.cases),
  );
  return { measure, count, cells, differences, best: bestOf(measure, systems, ours, cells, differences) };
}

function columnOf(figures: readonly QuestionFigures[], name: string): Float64Array {
  return Float64Array.from(figures, (one) => one[name] ?? Number.NaN);
}

function statisticOf(measure: Measure, column: Float64Array, system: MeasuredSystem): Statistic {
  if (measure.kind === 'area') return areaUnderCurveStatistic(column, columnOf(system.figures, 'answerable'));
  return ratio(column, null, [0, measure.kind === 'share' ? 1 : null]);
}

/** Of two statistics over the same questions; its range has no edge that a resample could stand at. */
function difference(mine: Statistic, theirs: Statistic): Statistic {
  return {
    cases: Math.min(mine.cases, theirs.cases),
    range: [Number.NEGATIVE_INFINITY, null],
    of: (weights) => mine.of(weights) - theirs.of(weights),
  };
}

function pairedTest(measure: Measure, mine?: Float64Array, theirs?: Float64Array): number | null {
  if (measure.kind === 'area' || mine === undefined || theirs === undefined) return null;
  const differences = [...mine].flatMap((value, at) => {
    const by = value - (theirs[at] ?? Number.NaN);
    return Number.isNaN(by) ? [] : [by];
  });
  if (differences.length === 0) return null;
  if (measure.kind === 'mean') return signFlipTest(differences, differences.length);
  return mcnemarTest(differences.filter((by) => by > 0).length, differences.filter((by) => by < 0).length);
}

/** Ours wins by beating every other one; another wins by beating ours and standing highest. None where nothing is told apart. */
function bestOf(
  { better }: Measure,
  systems: readonly MeasuredSystem[],
  ours: string,
  cells: readonly Cell[],
  differences: readonly (Difference | null)[],
): string[] {
  if (better === 'neither') return [];
  const sign = better === 'higher' ? 1 : -1;
  const verdicts = differences.map((one) => (one === null ? null : sign * directionOf(one)));
  const others = verdicts.filter((verdict) => verdict !== null);
  if (others.length > 0 && others.every((verdict) => verdict > 0)) return [ours];
  const above = systems.filter((_, at) => (verdicts[at] ?? 0) < 0);
  const value = (name: string) =>
    sign * (cells[systems.findIndex((one) => one.name === name)]?.value ?? Number.NEGATIVE_INFINITY);
  const top = Math.max(...above.map(({ name }) => value(name)));
  return above.filter(({ name }) => value(name) === top).map(({ name }) => name);
}

/** 1 where ours has more, −1 where the other has, 0 where the questions do not tell. */
function directionOf({ value, interval, p }: Difference): number {
  if (value === null) return 0;
  const told = p === null ? interval !== null && (interval[0] > 0 || interval[1] < 0) : p < SIGNIFICANT;
  return told ? Math.sign(value) : 0;
}
