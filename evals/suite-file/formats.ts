import type { z } from 'zod';
import type { FormatIssue, YamlFormat } from '../../ingest/config/check-yaml.ts';
import { caseContradictions } from './case-contradictions.ts';
import { makeDescribeIssue } from './describe-issue.ts';
import { headContradictions, isGateName, suiteContradictions } from './suite-contradictions.ts';
import { caseFormat, headFormat, suiteFormat } from './suite-format.ts';

/** A whole file in YAML or JSON. */
export const SUITE_FORMAT = makeFormat(suiteFormat, suiteContradictions);

/** The header line of JSONL. */
export const HEAD_FORMAT = makeFormat(headFormat, headContradictions);

/** Every other line of JSONL. */
export const CASE_FORMAT = makeFormat(caseFormat, caseContradictions);

function makeFormat<T>(
  schema: z.ZodType<T>,
  contradictions: (value: unknown) => FormatIssue[],
): YamlFormat<T> {
  const describeIssue = makeDescribeIssue(schema);
  return {
    schema,
    describe: (issue, path) => {
      const [first, name] = path;
      // A gate with a wrong name is told as a contradiction; what it limits cannot be told then.
      const isMisnamed = first === 'gates' && typeof name === 'string' && !isGateName(name);
      return isMisnamed ? [] : describeIssue(issue, path);
    },
    contradictions,
  };
}
