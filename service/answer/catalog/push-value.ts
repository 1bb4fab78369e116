/** Adds a value to an attribute's, once. */
export function pushValue(target: Record<string, string[]>, attribute: string, value: string): void {
  const values = target[attribute] ?? [];
  if (!values.includes(value)) values.push(value);
  target[attribute] = values;
}
