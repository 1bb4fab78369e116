import type { ChangeGates, Gates } from '../suite.ts';
import type { WrittenHead } from './suite-format.ts';

/** What a file says about all of its cases. */
export interface SuiteHead {
  suite: string | null;
  store: string | null;
  /** As written: URLs, or paths relative to the file. */
  sources: string[] | null;
  tags: string[];
  include: string[];
  gates: Gates;
  tagGates: Record<string, Gates>;
  changeGates: ChangeGates | undefined;
}

export const TAG_GATES = 'tag:';
export const CHANGE_GATES = 'change';

export function toSuiteHead({ suite, store, sources, tags, include, gates }: WrittenHead): SuiteHead {
  const own: Gates = {};
  const tagGates: Record<string, Gates> = {};
  let changeGates: ChangeGates | undefined;
  for (const [name, limit] of Object.entries(gates ?? {})) {
    if (name === CHANGE_GATES) changeGates = limit as ChangeGates | undefined;
    else if (name.startsWith(TAG_GATES)) tagGates[name.slice(TAG_GATES.length)] = limit as Gates;
    else if (limit !== undefined) Object.assign(own, { [name]: limit });
  }
  return {
    suite: suite ?? null,
    store: store ?? null,
    sources: sources ?? null,
    tags: tags ?? [],
    include: include ?? [],
    gates: own,
    tagGates,
    changeGates,
  };
}

/** What can be made out of a head with mistakes, so that the files that it includes are checked as well. */
export function salvageHead(file: unknown): SuiteHead {
  const raw: Record<string, unknown> = typeof file === 'object' && file !== null ? { ...file } : {};
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const texts = (value: unknown) =>
    Array.isArray(value) && value.length > 0 ? value.filter((entry) => typeof entry === 'string') : undefined;
  return toSuiteHead({
    suite: text(raw.suite),
    store: text(raw.store),
    sources: texts(raw.sources),
    tags: texts(raw.tags),
    include: texts(raw.include),
  });
}
