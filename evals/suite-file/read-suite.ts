import { basename, extname } from 'node:path';
import type { Suite, SuiteCase, SuiteCases } from '../suite.ts';
import { makeIdRegister } from './id-register.ts';
import { type IncludedFile, openTree } from './open-tree.ts';
import { checkSources, settleTarget } from './settle-target.ts';
import { makeMistakeList, SuiteError } from './suite-error.ts';

/**
 * Reads a suite from YAML, JSON or JSONL with all that it includes. Everything in it is checked now; cases in JSONL stay
 * in their files until they are asked for.
 *
 * @throws SuiteError with all mistakes of all its files, as `file:line:column: path: expected …, got …`.
 */
export async function readSuite(path: string): Promise<Suite> {
  const mistakes = makeMistakeList();
  const files = await openTree(path, { mistakes, ids: makeIdRegister(mistakes) });
  const target = settleTarget(files, mistakes);
  for (const file of files) await checkSources(file, mistakes);
  const [own] = files;
  if (own === undefined || mistakes.count() > 0) throw new SuiteError(mistakes.describe());
  return {
    name: own.head.suite ?? basename(path, extname(path)),
    files: files.map((file) => file.path),
    ...target,
    gates: own.head.gates,
    tagGates: own.head.tagGates,
    changeGates: own.head.changeGates,
    cases: joinCases(files),
  };
}

function joinCases(files: readonly IncludedFile[]): SuiteCases {
  return {
    count: files.reduce((sum, { cases }) => sum + cases.count, 0),
    async *read() {
      for (const { cases, inheritedTags } of files) {
        for await (const entry of cases.read()) yield withTags(entry, inheritedTags);
      }
    },
  };
}

function withTags(entry: SuiteCase, tags: readonly string[]): SuiteCase {
  return tags.length === 0 ? entry : { ...entry, tags: [...new Set([...entry.tags, ...tags])] };
}
