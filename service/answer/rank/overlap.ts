/** Dice coefficient of two sets, 0…1. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((lexeme) => b.has(lexeme)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
