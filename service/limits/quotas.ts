import type { Caller, KeyLimits } from '../access/caller.ts';
import type { Asks } from './asks-for.ts';
import { isOwnMachine } from './client-address.ts';

const MINUTE = 60;
const DAY = 24 * 60 * 60;
/** Costs are counted in whole millionths of a dollar. */
const UNITS_A_DOLLAR = 1_000_000;

/** So much for so long, for one key or address. The time begins with the first use. */
export interface Quota {
  /** As clients and metrics know it. */
  name: 'minute' | 'day' | 'budget' | 'address-minute' | 'address-day' | 'address-budget';
  /** Whose: a key's id, or an address. */
  subject: string;
  /** Requests, questions, or millionths of a dollar. */
  points: number;
  seconds: number;
}

/** What a request counts for. */
export interface Quotas {
  /** Each is used by one. */
  uses: Quota[];
  /** Must not be spent; what an answer costs is known when it has been given. */
  budgets: Quota[];
}

/**
 * Which quotas hold for a request. Pure.
 * @param addressLimits how much one address may use, through publishable keys or without any
 * @param address null: unknown, as in the same process
 * @param asks only an answer or a search uses a day's questions, and only an answer needs a budget, for models
 */
export function quotasFor(
  caller: Caller,
  address: string | null,
  addressLimits: KeyLimits,
  asks: Asks,
): Quotas {
  const ofKey =
    caller.keyId === null || caller.limits === undefined ? [] : quotasOf('', caller.keyId, caller.limits);
  const ofAddress =
    address === null || isExempt(caller, address) ? [] : quotasOf('address-', address, addressLimits);
  const all = [...ofKey, ...ofAddress];
  const isBudget = ({ name }: Quota) => name.endsWith('budget');
  return {
    uses: all.filter((quota) => !isBudget(quota) && (asks !== null || quota.seconds === MINUTE)),
    budgets: asks === 'answer' ? all.filter(isBudget) : [],
  };
}

/** What a sum counts as, rounded up, so that many small ones do not go for nothing. Pure. */
export function costUnits(usd: number): number {
  // Floating point: 0.07 * 1e6 is 70000.00000000001.
  return usd > 0 && Number.isFinite(usd) ? Math.ceil(Number((usd * UNITS_A_DOLLAR).toFixed(3))) : 0;
}

/** A server asks for many shoppers from one address; who develops on this machine is no stranger. */
function isExempt(caller: Caller, address: string): boolean {
  return caller.kind === 'secret' || (caller.kind === 'open' && isOwnMachine(address));
}

function quotasOf(
  prefix: '' | 'address-',
  subject: string,
  { perMinute, perDay, budgetUsd }: KeyLimits,
): Quota[] {
  const quotas: Quota[] = [];
  if (perMinute !== null)
    quotas.push({ name: `${prefix}minute`, subject, points: perMinute, seconds: MINUTE });
  if (perDay !== null) quotas.push({ name: `${prefix}day`, subject, points: perDay, seconds: DAY });
  if (budgetUsd !== null)
    quotas.push({ name: `${prefix}budget`, subject, points: costUnits(budgetUsd), seconds: DAY });
  return quotas;
}
