/**
 * A copy with each NUL, which PostgreSQL cannot store, as U+FFFD and each lone surrogate, which is no UTF-8, too: both
 * are one UTF-16 unit, so that offsets stay right. A value without any is returned as it is. Pure.
 */
export function withoutNul<T>(value: T): T {
  return (isClean(value) ? value : clean(value)) as T;
}

function isClean(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, each]) => isClean(key) && isClean(each));
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\uFFFD');
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [clean(key), clean(each)]));
}
