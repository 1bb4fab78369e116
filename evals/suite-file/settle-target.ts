import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isUrl } from './is-url.ts';
import type { MistakeList } from './suite-error.ts';
import type { SuiteFile } from './suite-file.ts';

/** Whom a suite asks: a store, or one that is made of sources; both null for the service's own. */
interface SuiteTarget {
  store: string | null;
  /** URLs and absolute paths. */
  sources: string[] | null;
}

/**
 * What the files of a suite say of its target: the first that says anything decides, and the others must say the same or
 * nothing.
 *
 * @param files the suite's own first.
 */
export function settleTarget(files: readonly SuiteFile[], mistakes: MistakeList): SuiteTarget {
  let settled: { target: SuiteTarget; by: string } | null = null;
  for (const { file, path, head, locate } of files) {
    const field = head.store !== null ? 'store' : 'sources';
    const target = {
      store: head.store,
      sources: head.sources?.map((source) => resolveSource(source, path)) ?? null,
    };
    if (target.store === null && target.sources === null) continue;
    settled ??= { target, by: file };
    if (sameTarget(settled.target, target)) continue;
    mistakes.add({
      file,
      ...locate([field]),
      path: field,
      expected: `none, or ${describeTarget(settled.target)} as ${settled.by} says`,
      got: describeTarget(target),
    });
  }
  return settled?.target ?? { store: null, sources: null };
}

/** Adds a mistake for each source of a file that is a path to nothing. */
export async function checkSources(
  { file, path, head, locate }: SuiteFile,
  mistakes: MistakeList,
): Promise<void> {
  for (const [index, source] of (head.sources ?? []).entries()) {
    if (isUrl(source) || (await stat(resolveSource(source, path)).catch(() => null)) !== null) continue;
    mistakes.add({
      file,
      ...locate(['sources', index]),
      path: `sources[${index}]`,
      expected: 'a URL, file or folder',
      got: `${source}, which does not exist`,
    });
  }
}

function resolveSource(source: string, suitePath: string): string {
  return isUrl(source) ? source : resolve(dirname(suitePath), source);
}

function sameTarget(a: SuiteTarget, b: SuiteTarget): boolean {
  const plain = ({ store, sources }: SuiteTarget) => JSON.stringify([store, sources?.toSorted() ?? null]);
  return plain(a) === plain(b);
}

function describeTarget({ store, sources }: SuiteTarget): string {
  return store === null ? `sources ${(sources ?? []).join(', ')}` : `store ${store}`;
}
