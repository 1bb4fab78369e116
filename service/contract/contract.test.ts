import { expect, test } from 'vitest';
import { servedDocument } from '../openapi/fake-app.fixture.ts';
import { compareContracts } from './compare-contracts.ts';
import { readContract } from './contract-file.ts';
import { contractOf } from './contract-of.ts';

test('what the API promises to clients of its version it keeps, and new promises are kept on file', async () => {
  const now = contractOf(await servedDocument());
  const kept = readContract(now.version);
  expect(kept, `Version ${now.version} has no contract yet: run \`npm run contract\`.`).not.toBeNull();
  if (kept === null) return;
  const changes = compareContracts(kept, now);
  const said = (breaks: boolean) =>
    changes.filter((one) => one.breaks === breaks).map(({ where, what }) => `${where}: ${what}`);
  expect(
    said(true),
    `These break clients of version ${now.version}. Take them back, or raise API_VERSION in service/openapi/api-version.ts and run \`npm run contract\`.`,
  ).toEqual([]);
  expect(said(false), 'These are new, and break nothing: `npm run contract` keeps them.').toEqual([]);
});
