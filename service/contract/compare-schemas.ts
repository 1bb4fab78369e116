import { type JsonSchema, resolveSchema } from '../openapi/api-types.ts';

/** A difference between two contracts. */
export interface Change {
  /** Operation and field, for people. */
  where: string;
  what: string;
  /** Whether a client that was written for the first meets trouble with the second. */
  breaks: boolean;
}

/** `sent`: what a client writes, which may be taken more widely; `received`: what it reads, which may be given more narrowly. */
export type Direction = 'sent' | 'received';

type Schemas = Record<string, JsonSchema>;

/** Deeper than any schema of the API; what refers to itself ends here. */
const MOST_LEVELS = 16;

/** What differs between two schemas. Pure. */
export function compareSchemas(
  where: string,
  given: JsonSchema,
  becomes: JsonSchema,
  direction: Direction,
  schemas: { before: Schemas; after: Schemas },
  level = 0,
): Change[] {
  if (level > MOST_LEVELS) return [];
  const was = resolveSchema(given, schemas.before);
  const is = resolveSchema(becomes, schemas.after);
  const next = (at: string, a: JsonSchema, b: JsonSchema) =>
    compareSchemas(at, a, b, direction, schemas, level + 1);
  const [old, now] = [branches(was), branches(is)];
  if (old.length > 1 || now.length > 1) return compareBranches(where, old, now, direction, next);
  return [
    ...compareTypes(where, was, is, direction),
    ...compareEnums(where, was, is, direction),
    ...compareLimits(where, was, is, direction),
    ...compareFields(where, was, is, direction, next),
    ...(was.items || is.items ? next(`${where}[]`, was.items ?? {}, is.items ?? {}) : []),
    ...compareRest(where, was, is, direction, next),
  ];
}

type Next = (at: string, was: JsonSchema, is: JsonSchema) => Change[];

function branches(schema: JsonSchema): JsonSchema[] {
  return schema.anyOf ?? schema.oneOf ?? [schema];
}

/** Each alternative must find one that it goes into: of what is sent each old one, of what is received each new one. */
function compareBranches(
  where: string,
  was: JsonSchema[],
  is: JsonSchema[],
  direction: Direction,
  next: Next,
): Change[] {
  const fits = (a: JsonSchema, b: JsonSchema) => !next(where, a, b).some(({ breaks }) => breaks);
  const lost = was.filter((one) => !is.some((other) => fits(one, other)));
  const found = is.filter((one) => !was.some((other) => fits(other, one)));
  const changes: Change[] = [];
  if (lost.length > 0) changes.push({ where, what: 'has an alternative less', breaks: direction === 'sent' });
  if (found.length > 0)
    changes.push({ where, what: 'has another alternative', breaks: direction === 'received' });
  return changes;
}

function compareTypes(where: string, was: JsonSchema, is: JsonSchema, direction: Direction): Change[] {
  const [old, now] = [typesOf(was), typesOf(is)];
  const allows = (types: string[] | null, type: string) =>
    types === null || types.includes(type) || (type === 'integer' && types.includes('number'));
  const lost = old === null ? now !== null : old.some((type) => !allows(now, type));
  const gained = now === null ? old !== null : now.some((type) => !allows(old, type));
  if (!lost && !gained) return [];
  const said = `is ${(now ?? ['anything']).join(' or ')}, was ${(old ?? ['anything']).join(' or ')}`;
  return [{ where, what: said, breaks: direction === 'sent' ? lost : gained }];
}

/** Null: any. */
function typesOf({ type, const: only, enum: values }: JsonSchema): string[] | null {
  if (type !== undefined) return [type].flat();
  const known = only === undefined ? values : [only];
  return known === undefined
    ? null
    : [...new Set(known.map((value) => (value === null ? 'null' : typeof value)))];
}

function compareEnums(where: string, was: JsonSchema, is: JsonSchema, direction: Direction): Change[] {
  const [old, now] = [valuesOf(was), valuesOf(is)];
  if (old === null && now === null) return [];
  const lost = old === null ? ['any other'] : now === null ? [] : old.filter((value) => !now.includes(value));
  const gained =
    now === null ? ['any other'] : old === null ? [] : now.filter((value) => !old.includes(value));
  return [
    ...(lost.length === 0
      ? []
      : [{ where, what: `is never ${lost.join(', ')} any more`, breaks: direction === 'sent' }]),
    ...(gained.length === 0
      ? []
      : [{ where, what: `may be ${gained.join(', ')}`, breaks: direction === 'received' }]),
  ];
}

function valuesOf({ const: only, enum: values }: JsonSchema): string[] | null {
  const known = only === undefined ? values : [only];
  return known === undefined ? null : known.map((value) => JSON.stringify(value));
}

const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems'] as const;
const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems'] as const;

function compareLimits(where: string, was: JsonSchema, is: JsonSchema, direction: Direction): Change[] {
  const changes: Change[] = [];
  const push = (name: string, before: unknown, after: unknown, tighter: boolean): void => {
    const said = `has ${name} ${after ?? 'no more'}, was ${before ?? 'without'}`;
    // Narrower is worse for what is sent, wider for what is received.
    changes.push({ where, what: said, breaks: tighter === (direction === 'sent') });
  };
  for (const name of LOWER)
    if (was[name] !== is[name])
      push(name, was[name], is[name], (is[name] ?? -Infinity) > (was[name] ?? -Infinity));
  for (const name of UPPER)
    if (was[name] !== is[name])
      push(name, was[name], is[name], (is[name] ?? Infinity) < (was[name] ?? Infinity));
  for (const name of ['pattern', 'format'] as const) {
    if (was[name] === is[name]) continue;
    // Whether one pattern allows what another does cannot be told; without one all is allowed.
    const breaks = direction === 'sent' ? is[name] !== undefined : was[name] !== undefined;
    changes.push({
      where,
      what: `has ${name} ${is[name] ?? 'no more'}, was ${was[name] ?? 'without'}`,
      breaks,
    });
  }
  return changes;
}

function compareFields(
  where: string,
  was: JsonSchema,
  is: JsonSchema,
  direction: Direction,
  next: Next,
): Change[] {
  const [old, now] = [was.properties ?? {}, is.properties ?? {}];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  const isRequired = ({ required = [] }: JsonSchema, name: string) => required.includes(name);
  return names.flatMap((name): Change[] => {
    const at = `${where}.${name}`;
    const [before, after] = [old[name], now[name]];
    if (before === undefined) {
      const breaks = direction === 'sent' && isRequired(is, name);
      return [{ where: at, what: breaks ? 'is new and required' : 'is new', breaks }];
    }
    if (after === undefined) {
      // Of an object that is open a field that nobody reads any more may still be sent.
      return [
        { where: at, what: 'is gone', breaks: direction === 'received' || is.additionalProperties === false },
      ];
    }
    const changes = next(at, before, after);
    if (isRequired(was, name) !== isRequired(is, name)) {
      const required = isRequired(is, name);
      const breaks = required === (direction === 'sent');
      changes.push({ where: at, what: required ? 'is required now' : 'may be left out now', breaks });
    }
    return changes;
  });
}

/** What an object may have beyond the fields that are named. */
function compareRest(
  where: string,
  was: JsonSchema,
  is: JsonSchema,
  direction: Direction,
  next: Next,
): Change[] {
  const [old, now] = [was.additionalProperties, is.additionalProperties];
  if (typeof old === 'object' && typeof now === 'object') return next(`${where}.*`, old, now);
  const isClosed = (rest: typeof old) => rest === false;
  if (isClosed(old) === isClosed(now)) return [];
  const what = isClosed(now) ? 'takes no other fields any more' : 'takes other fields';
  // Readers of JSON leave aside what they do not know, which every format here relies on.
  return [{ where, what, breaks: direction === 'sent' && isClosed(now) }];
}
