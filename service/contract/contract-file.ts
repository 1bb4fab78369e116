import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Contract } from './contract-of.ts';

/** Where the contract of a version is kept, in the repository. */
export function contractFile(version: string): URL {
  return new URL(`openapi-${version}.json`, import.meta.url);
}

/** @returns null where that version has none yet. */
export function readContract(version: string): Contract | null {
  const file = contractFile(version);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Contract) : null;
}

export function writeContract(contract: Contract): void {
  writeFileSync(contractFile(contract.version), `${JSON.stringify(contract, null, 1)}\n`);
}
