/**
 * Keeps what a pure function of texts gives for those that were read last, as a store's pages are read for every question.
 * What it gives must not be changed.
 * @param most results that are kept; the one that was longest not asked for goes first.
 */
export function remember<Args extends readonly string[], T>(
  most: number,
  read: (...args: Args) => T,
): (...args: Args) => T {
  const known = new Map<string, T>();
  return (...args) => {
    // The length keeps ("a", "b c") from being ("a b", "c").
    const key = args.length === 1 ? (args[0] ?? '') : args.map((one) => `${one.length} ${one}`).join('');
    const had = known.get(key);
    if (had !== undefined) {
      known.delete(key);
      known.set(key, had);
      return had;
    }
    const result = read(...args);
    if (result === undefined) return result;
    known.set(key, result);
    if (known.size > most) {
      const [oldest] = known.keys();
      if (oldest !== undefined) known.delete(oldest);
    }
    return result;
  };
}
