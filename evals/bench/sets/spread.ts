/** At most `count` of the items, evenly spread over all, in their order. Pure. */
export function spread<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  return items
    .filter((_, at) => at === 0 || Math.floor(at / step) > Math.floor((at - 1) / step))
    .slice(0, count);
}
