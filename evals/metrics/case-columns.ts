import { hashText } from './hash-text.ts';

/** Numbers of many cases, a few for each, in columns. */
export interface CaseColumns {
  readonly size: number;
  /** Adds a case. NaN is the same as no number. */
  add(id: string, numbers: Iterable<readonly [column: string, number]>): void;
  /** Names of the columns that have a number, in the order of their first. */
  names(): string[];
  /**
   * A column with a place for each case, NaN where the case has no number. Places are in the order of the ids' hashes, so
   * that it does not matter in which order cases were added.
   */
  column(name: string): Float64Array;
  /** Depends on the ids of the cases alone. */
  seed(): number;
}

/** Another basis than hashText's own: with both, two of a million ids hardly ever share a place. */
const SECOND_BASIS = 0x1b_87_35_93;

export function makeCaseColumns(): CaseColumns {
  let size = 0;
  let capacity = 64;
  let keys = new Float64Array(capacity);
  const columns = new Map<string, Float64Array>();
  let order: Uint32Array | null = null;

  const grow = () => {
    capacity *= 2;
    keys = grown(keys, capacity);
    for (const [name, column] of columns) columns.set(name, grown(column, capacity));
  };
  const columnOf = (name: string) => {
    const column = columns.get(name) ?? new Float64Array(capacity).fill(Number.NaN);
    columns.set(name, column);
    return column;
  };
  const places = () => {
    order ??= Uint32Array.from({ length: size }, (_, at) => at).sort(
      (a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b,
    );
    return order;
  };

  return {
    get size() {
      return size;
    },
    add(id, numbers) {
      if (size === capacity) grow();
      // 53 bits, as many as a number holds exactly.
      keys[size] = hashText(id) * 0x20_00_00 + (hashText(id, SECOND_BASIS) >>> 11);
      for (const [name, value] of numbers) if (!Number.isNaN(value)) columnOf(name)[size] = value;
      size += 1;
      order = null;
    },
    names: () => [...columns.keys()],
    column(name) {
      const column = columns.get(name);
      return Float64Array.from(places(), (place) => column?.[place] ?? Number.NaN);
    },
    seed: () => {
      let seed = size;
      for (const place of places()) seed = (Math.imul(seed, 31) + ((keys[place] ?? 0) % 0x1_00_00_00_00)) | 0;
      return seed >>> 0;
    },
  };
}

function grown(array: Float64Array, capacity: number): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(capacity).fill(Number.NaN);
  wider.set(array);
  return wider;
}
