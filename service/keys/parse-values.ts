import { InvalidArgumentError } from 'commander';
import { parseStore } from '../../ingest/run/ingest-options.ts';
import { SCOPES } from '../access/access-key.ts';
import type { Scope } from '../access/caller.ts';
import { parseOrigin } from '../access/origin.ts';

/** Adds an origin to those given before, as browsers write it. @throws InvalidArgumentError when it is none. */
export function collectOrigin(text: string, before: string[]): string[] {
  const origin = parseOrigin(text);
  if (origin === null)
    throw new InvalidArgumentError(
      `Expected an origin such as https://shop.example or http://localhost:3000, without path or wildcard, got "${text}".`,
    );
  return [...before, origin];
}

/** @throws InvalidArgumentError when it cannot name a store. */
export function collectStore(text: string, before: string[]): string[] {
  return [...before, parseStore(text)];
}

/** Adds a scope, or several with commas between. @throws InvalidArgumentError when there is none of that name. */
export function collectScope(text: string, before: Scope[]): Scope[] {
  const found = SCOPES.filter((scope) => text.split(',').includes(scope));
  if (found.length !== text.split(',').length)
    throw new InvalidArgumentError(`Expected ${SCOPES.join(', ')}, got "${text}".`);
  return [...before, ...found];
}

/** @throws InvalidArgumentError when it is empty, too long, or would move the cursor of a terminal that shows it. */
export function parseName(text: string): string {
  if (!/^[^\p{Cc}\p{Cf}]{1,100}$/u.test(text))
    throw new InvalidArgumentError(`Expected 1 to 100 characters, got ${JSON.stringify(text)}.`);
  return text;
}

/** @throws InvalidArgumentError when it is neither a whole number from 1 nor `none`. */
export function parseCount(text: string): number | 'none' {
  if (text === 'none') return text;
  const count = Number(text);
  if (!/^\d{1,9}$/.test(text) || count < 1)
    throw new InvalidArgumentError(`Expected a whole number from 1, or none, got "${text}".`);
  return count;
}

/** @throws InvalidArgumentError when it is neither an amount above 0 nor `none`. */
export function parseBudget(text: string): number | 'none' {
  if (text === 'none') return text;
  const dollars = Number(text);
  if (!/^\d{1,6}(\.\d{1,6})?$/.test(text) || dollars <= 0)
    throw new InvalidArgumentError(`Expected US dollars such as 5 or 0.50, or none, got "${text}".`);
  return dollars;
}
