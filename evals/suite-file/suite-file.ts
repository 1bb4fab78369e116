import type { Locate } from '../../ingest/config/check-yaml.ts';
import type { SuiteCases } from '../suite.ts';
import type { IdRegister } from './id-register.ts';
import type { MistakeList } from './suite-error.ts';
import type { SuiteHead } from './suite-head.ts';

export interface SuiteFileContext {
  /** What mistakes call it. */
  file: string;
  /** Absolute. */
  path: string;
  mistakes: MistakeList;
  ids: IdRegister;
}

/** One file of a suite, checked by itself. */
export interface SuiteFile {
  file: string;
  path: string;
  head: SuiteHead;
  /** Where its head's fields stand. */
  locate: Locate;
  /** With the tags of the file. */
  cases: SuiteCases;
}
