import type { ApiDocument, JsonSchema } from '../openapi/api-types.ts';

/** What clients rely on: a document without what only people read. */
export interface Contract {
  version: string;
  paths: ApiDocument['paths'];
  schemas: Record<string, JsonSchema>;
}

/** Words for people; what they say may change at any time. */
const WORDS = new Set(['description', 'summary', 'example', 'title', 'tags']);
/** Their keys are names that somebody has given, and none of the format's. */
const NAMED = new Set(['properties', 'schemas', 'paths', 'content', 'responses']);

/** @returns the contract of a document, its keys in order, so that two can be compared line by line. Pure. */
export function contractOf({ info, paths, components }: ApiDocument): Contract {
  const { schemas } = components;
  return {
    version: info.version,
    ...(strip({ paths, schemas }, false) as Pick<Contract, 'paths' | 'schemas'>),
  };
}

function strip(node: unknown, isNamed: boolean): unknown {
  if (Array.isArray(node)) return node.map((one) => strip(one, false));
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node)
    .filter(([key]) => isNamed || !WORDS.has(key))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    kept.map(([key, value]) => {
      // Of headers their names are all that is compared.
      if (key === 'headers' && !isNamed) return [key, namesOnly(value as object)];
      return [key, strip(value, !isNamed && NAMED.has(key))];
    }),
  );
}

function namesOnly(node: object): Record<string, object> {
  return Object.fromEntries(
    Object.keys(node)
      .sort()
      .map((name) => [name, {}]),
  );
}
