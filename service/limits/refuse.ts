import { ProblemError } from '../problem.ts';
import type { Standing } from './counters.ts';
import type { Quota } from './quotas.ts';

const MEASURES: Record<Quota['name'], string> = {
  minute: 'requests a minute with this key',
  day: 'questions a day with this key',
  budget: '',
  'address-minute': 'requests a minute from one address',
  'address-day': 'questions a day from one address',
  'address-budget': '',
};

/** Why a request is refused, by the quota that takes longest to be whole again; null when none is used up. Pure. */
export function refusalOf(standings: readonly Standing[]): { quota: Quota; problem: ProblemError } | null {
  const [worst] = standings.filter(({ exceeded }) => exceeded).sort((a, b) => b.resetMs - a.resetMs);
  if (worst === undefined) return null;
  const { quota, resetMs } = worst;
  const seconds = Math.max(1, Math.ceil(resetMs / 1000));
  const headers = { 'retry-after': String(seconds) };
  if (quota.name.endsWith('budget')) {
    const whose = quota.name === 'budget' ? 'of this key' : 'of this address';
    const detail = `The day's budget ${whose} for models is spent. It is whole again in ${inWords(seconds)}.`;
    return { quota, problem: new ProblemError('budget-spent', { detail, headers }) };
  }
  const detail = `Expected at most ${quota.points} ${MEASURES[quota.name]}, got more. Ask again in ${inWords(seconds)}.`;
  return { quota, problem: new ProblemError('rate-limited', { detail, headers }) };
}

function inWords(seconds: number): string {
  const [count, unit] =
    seconds < 120
      ? [seconds, 'second']
      : seconds < 7200
        ? [Math.ceil(seconds / 60), 'minute']
        : [Math.ceil(seconds / 3600), 'hour'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
