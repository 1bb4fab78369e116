import pg from 'pg';

/** `numeric` and `bigint` come as strings by default; Aisle's fit a double. */
const NUMERIC = 1700;
const BIGINT = 20;

/** The pool's settings that both kinds share. */
export function poolTypes(): pg.CustomTypesConfig {
  return {
    getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
      oid === NUMERIC || oid === BIGINT
        ? Number
        : format === 'binary'
          ? pg.types.getTypeParser(oid, 'binary')
          : pg.types.getTypeParser(oid, 'text')) as pg.CustomTypesConfig['getTypeParser'],
  };
}
