import {
  checkYaml,
  type FormatIssue,
  type FormatMistake,
  type Locate,
} from '../../ingest/config/check-yaml.ts';
import { isRecord } from '../../ingest/is-record.ts';
import type { SuiteCase } from '../suite.ts';
import { SUITE_FORMAT } from './formats.ts';
import { type SuiteHead, salvageHead, toSuiteHead } from './suite-head.ts';
import { toSuiteCase } from './to-suite-case.ts';

/** One YAML or JSON file of a suite, by itself. */
export interface ParsedSuiteFile {
  head: SuiteHead;
  /** None, where there are mistakes. */
  cases: SuiteCase[];
  /** Ids of all cases that have one, mistakes or not, in the order of the file. */
  ids: { id: string; path: FormatIssue['path'] }[];
  mistakes: FormatMistake[];
  locate: Locate;
}

/** Reads one file of a suite from YAML or JSON, every mistake in it at once. Pure. */
export function parseSuite(text: string): ParsedSuiteFile {
  const checked = checkYaml(text, SUITE_FORMAT);
  const { locate } = checked;
  if (checked.ok) {
    const { cases = [], ...head } = checked.value;
    return {
      head: toSuiteHead(head),
      cases: cases.map((entry) => toSuiteCase(entry, head.tags ?? [])),
      ids: idsOf(cases),
      mistakes: [],
      locate,
    };
  }
  const { file, mistakes } = checked;
  const ids = idsOf(isRecord(file) && Array.isArray(file.cases) ? file.cases : []);
  return { head: salvageHead(file), cases: [], ids, mistakes, locate };
}

function idsOf(cases: readonly unknown[]): ParsedSuiteFile['ids'] {
  return cases.flatMap((entry, index) =>
    isRecord(entry) && typeof entry.id === 'string' ? [{ id: entry.id, path: ['cases', index, 'id'] }] : [],
  );
}
