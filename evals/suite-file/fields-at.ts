import type { z } from 'zod';

/**
 * Names of the fields that a format knows at a path of a file, for "did you mean"; empty where any name may stand.
 *
 * @param path such as `['cases', 3, 'expect']`.
 */
export function fieldsAt(format: z.core.$ZodType, path: readonly (string | number)[]): string[] {
  let options = unwrap(format);
  for (const key of path) options = options.flatMap((option) => stepInto(option, key)).flatMap(unwrap);
  return [...new Set(options.flatMap((option) => Object.keys(shapeOf(option) ?? {})))];
}

/** What may stand where a format is: the types of a union, without what is wrapped around them. */
function unwrap(format: z.core.$ZodType): z.core.$ZodType[] {
  const { def } = format._zod as { def: z.core.$ZodTypes['_zod']['def'] };
  if (def.type === 'optional' || def.type === 'default') return unwrap(def.innerType);
  if (def.type === 'union') return def.options.flatMap(unwrap);
  return [format];
}

function stepInto(format: z.core.$ZodType, key: string | number): z.core.$ZodType[] {
  const { def } = format._zod as { def: z.core.$ZodTypes['_zod']['def'] };
  if (def.type === 'array') return [def.element];
  if (def.type === 'record') return [def.valueType];
  if (def.type !== 'object') return [];
  const field = Object.hasOwn(def.shape, key) ? def.shape[key] : def.catchall;
  return field === undefined ? [] : [field];
}

function shapeOf(format: z.core.$ZodType): Record<string, unknown> | null {
  const { def } = format._zod as { def: z.core.$ZodTypes['_zod']['def'] };
  return def.type === 'object' ? def.shape : null;
}
