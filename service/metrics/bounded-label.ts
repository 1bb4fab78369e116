/**
 * A label whose values come from outside: the first so many are kept, all others are one, so that the number of series is
 * bounded whatever happens.
 */
export function makeBoundedLabel(most: number): (value: string) => string {
  const known = new Set<string>();
  return (value) => {
    if (known.has(value)) return value;
    if (known.size >= most) return 'other';
    known.add(value);
    return value;
  };
}
