import type { CaseResult } from '../../score/case-result.ts';

/** Times of cases in milliseconds, for the plots: numbers only. */
export interface CaseTimes {
  whole: number[];
  stages: Record<string, number[]>;
}

export function noTimes(): CaseTimes {
  return { whole: [], stages: {} };
}

export function addTimes(times: CaseTimes, { milliseconds, timings }: CaseResult): void {
  if (milliseconds !== null) times.whole.push(milliseconds);
  for (const [stage, time] of Object.entries(timings)) {
    if (stage === 'total') continue;
    const list = Object.hasOwn(times.stages, stage) ? times.stages[stage] : undefined;
    if (list === undefined) Object.defineProperty(times.stages, stage, fieldOf([time]));
    else list.push(time);
  }
}

/** A stage is named by the service: `__proto__` is a name like any other. */
function fieldOf(value: number[]): PropertyDescriptor {
  return { value, enumerable: true, writable: true, configurable: true };
}
