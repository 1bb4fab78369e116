import { servedDocument } from '../openapi/fake-app.fixture.ts';
import { compareContracts } from './compare-contracts.ts';
import { contractFile, readContract, writeContract } from './contract-file.ts';
import { contractOf } from './contract-of.ts';

// `npm run contract` keeps what the API is like now, unless that breaks clients of the version that it says it is.
const now = contractOf(await servedDocument());
const kept = readContract(now.version);
const changes = kept === null ? [] : compareContracts(kept, now);
for (const { where, what, breaks } of changes)
  console.log(`${breaks ? 'breaks' : 'adds  '}  ${where}: ${what}`);
if (changes.some(({ breaks }) => breaks)) {
  console.error(
    `This breaks clients of version ${now.version}. Take it back, or raise API_VERSION in service/openapi/api-version.ts. Of a version that nobody uses yet, delete ${contractFile(now.version).pathname.split('/').slice(-3).join('/')} and run this again.`,
  );
  process.exitCode = 1;
} else {
  writeContract(now);
  console.log(
    kept === null
      ? `Kept version ${now.version}.`
      : `${changes.length} changes, none of which breaks clients.`,
  );
}
