/**
 * Which of many records a limit has room for: those that matter most first, each group in order. Pure.
 *
 * @param sizes of each record.
 * @param first whether a record is of those that go first.
 * @returns whether each is taken.
 */
export function chooseWithin(sizes: readonly number[], first: readonly boolean[], limit: number): boolean[] {
  let room = limit;
  const taken = sizes.map(() => false);
  for (const wanted of [true, false]) {
    for (const [index, size] of sizes.entries()) {
      if (first[index] !== wanted || size > room) continue;
      room -= size;
      taken[index] = true;
    }
  }
  return taken;
}
