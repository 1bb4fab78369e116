/** SQLSTATE codes by name: PostgreSQL documentation, appendix A. */
export const SQLSTATE = {
  insufficientPrivilege: '42501',
  undefinedFile: '58P01',
  featureNotSupported: '0A000',
  undefinedTable: '42P01',
  uniqueViolation: '23505',
  foreignKeyViolation: '23503',
  invalidPassword: '28P01',
  invalidAuthorization: '28000',
  invalidCatalogName: '3D000',
  adminShutdown: '57P01',
  crashShutdown: '57P02',
  cannotConnectNow: '57P03',
  idleSessionTimeout: '57P05',
  idleInTransactionTimeout: '25P03',
  serializationFailure: '40001',
  deadlockDetected: '40P01',
  diskFull: '53100',
  tooManyConnections: '53300',
} as const;

/** @returns the SQLSTATE or system error code (`ECONNREFUSED`) of an error, or null. */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string') return code;
  // A host with several addresses fails with one error for each.
  const first = (error as { errors?: unknown[] }).errors?.[0];
  return first === undefined ? null : errorCode(first);
}
