// Adds up vitest's JSON reports and the checks counted before: `N passed, N failed`.
import { readFileSync } from 'node:fs';

const [passedChecks, failedChecks, ...reports] = process.argv.slice(2);
let passed = Number(passedChecks);
let failed = Number(failedChecks);
for (const path of reports) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    passed += report.numPassedTests;
    // A file that does not load fails without a test of its own.
    const broken = report.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
    );
    failed += report.numFailedTests + broken.length;
  } catch {
    // A run that ended before it wrote its report.
    failed += 1;
  }
}
console.log(`${passed} passed, ${failed} failed`);
