import type { Operation, Parameter } from '../openapi/api-types.ts';
import { type Change, compareSchemas } from './compare-schemas.ts';
import type { Contract } from './contract-of.ts';

/** What differs between two contracts of one API, and which of it breaks clients that were written for the first. Pure. */
export function compareContracts(before: Contract, after: Contract): Change[] {
  const changes: Change[] = [];
  for (const path of union(before.paths, after.paths)) {
    const old = before.paths[path] ?? {};
    const now = after.paths[path] ?? {};
    for (const method of union(old, now)) {
      const where = `${method.toUpperCase()} ${path}`;
      const [was, is] = [old[method], now[method]];
      if (was === undefined) changes.push({ where, what: 'is new', breaks: false });
      else if (is === undefined) changes.push({ where, what: 'is gone', breaks: true });
      else changes.push(...compareOperations(where, was, is, before, after));
    }
  }
  return changes;
}

/** Only what breaks clients. Pure. */
export function breaksOf(before: Contract, after: Contract): Change[] {
  return compareContracts(before, after).filter(({ breaks }) => breaks);
}

function compareOperations(
  where: string,
  was: Operation,
  is: Operation,
  before: Contract,
  after: Contract,
): Change[] {
  const schemas = { before: before.schemas, after: after.schemas };
  return [
    ...(was.operationId === is.operationId
      ? []
      : [{ where, what: `is called ${is.operationId}, was ${was.operationId}`, breaks: true }]),
    ...compareAccess(where, was, is),
    ...compareParameters(where, was.parameters ?? [], is.parameters ?? [], schemas),
    ...compareBodies(where, was, is, schemas),
    ...compareResponses(where, was, is, schemas),
  ];
}

function compareAccess(where: string, was: Operation, is: Operation): Change[] {
  const isOpen = ({ security }: Operation) => security?.length === 0;
  const changes: Change[] = [];
  if (isOpen(was) !== isOpen(is))
    changes.push({
      where,
      what: isOpen(is) ? 'needs no key any more' : 'needs a key now',
      breaks: !isOpen(is),
    });
  const [before, after] = [was['x-aisle-publishable'], is['x-aisle-publishable']];
  if (before === true && after === false)
    changes.push({ where, what: 'takes no publishable key any more', breaks: true });
  const [scope, needed] = [was['x-aisle-scope'], is['x-aisle-scope']];
  if (scope !== undefined && needed !== undefined && scope !== needed)
    changes.push({ where, what: `needs the scope ${needed}, was ${scope}`, breaks: true });
  return changes;
}

type BothSchemas = Parameters<typeof compareSchemas>[4];

function compareParameters(where: string, was: Parameter[], is: Parameter[], schemas: BothSchemas): Change[] {
  const keyed = (all: Parameter[]) => Object.fromEntries(all.map((one) => [`${one.in} ${one.name}`, one]));
  const [old, now] = [keyed(was), keyed(is)];
  return union(old, now).flatMap((name): Change[] => {
    const at = `${where}, ${name}`;
    const [before, after] = [old[name], now[name]];
    if (before === undefined)
      return [
        {
          where: at,
          what: after?.required ? 'is new and required' : 'is new',
          breaks: after?.required === true,
        },
      ];
    if (after === undefined) return [{ where: at, what: 'is gone', breaks: true }];
    return [
      ...(after.required && !before.required ? [{ where: at, what: 'is required now', breaks: true }] : []),
      ...compareSchemas(at, before.schema, after.schema, 'sent', schemas),
    ];
  });
}

function compareBodies(where: string, was: Operation, is: Operation, schemas: BothSchemas): Change[] {
  const at = `${where}, body`;
  const [old, now] = [was.requestBody, is.requestBody];
  if (old === undefined)
    return now === undefined
      ? []
      : [{ where: at, what: now.required ? 'is needed now' : 'may be sent', breaks: now.required === true }];
  if (now === undefined) return [{ where: at, what: 'is not read any more', breaks: true }];
  const required: Change[] =
    now.required && !old.required ? [{ where: at, what: 'is needed now', breaks: true }] : [];
  return [
    ...required,
    ...union(old.content, now.content).flatMap((type): Change[] => {
      const [before, after] = [old.content[type], now.content[type]];
      if (before === undefined) return [{ where: at, what: `may be ${type}`, breaks: false }];
      if (after === undefined) return [{ where: at, what: `may not be ${type} any more`, breaks: true }];
      return compareSchemas(at, before.schema ?? {}, after.schema ?? {}, 'sent', schemas);
    }),
  ];
}

function compareResponses(where: string, was: Operation, is: Operation, schemas: BothSchemas): Change[] {
  return union(was.responses, is.responses).flatMap((status): Change[] => {
    const at = `${where}, ${status}`;
    const [old, now] = [was.responses[status], is.responses[status]];
    // A client that knows its status codes by their first digit (RFC 9110, 15) lives with a new error, not with a new success.
    if (old === undefined) return [{ where: at, what: 'is new', breaks: status.startsWith('2') }];
    if (now === undefined) return [{ where: at, what: 'is gone', breaks: true }];
    const headers = Object.keys(old.headers ?? {}).filter((name) => !Object.hasOwn(now.headers ?? {}, name));
    return [
      ...headers.map((name) => ({ where: at, what: `has no header ${name} any more`, breaks: true })),
      ...union(old.content ?? {}, now.content ?? {}).flatMap((type): Change[] => {
        const [before, after] = [old.content?.[type], now.content?.[type]];
        if (before === undefined) return [{ where: at, what: `may be ${type}`, breaks: false }];
        if (after === undefined) return [{ where: at, what: `is not ${type} any more`, breaks: true }];
        return compareSchemas(at, before.schema ?? {}, after.schema ?? {}, 'received', schemas);
      }),
    ];
  });
}

function union(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}
