/**
 * Texts of several lines stand in a cassette as lists of lines, so that a changed prompt is a changed line for whoever
 * reads the file or its diff. An object with the key alone would be mistaken for one: it is wrapped once more.
 */
const KEY = '$lines';

/** Pure; `fromLines` undoes it. */
export function toLines(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\n') ? { [KEY]: value.split('\n') } : value;
  if (Array.isArray(value)) return value.map(toLines);
  if (typeof value !== 'object' || value === null) return value;
  const mapped = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toLines(part)]));
  return isMarked(value) ? { [KEY]: { [KEY]: mapped[KEY] } } : mapped;
}

/** Pure. */
export function fromLines(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromLines);
  if (typeof value !== 'object' || value === null) return value;
  if (isMarked(value)) {
    const inner = value[KEY];
    if (Array.isArray(inner)) return inner.join('\n');
    if (isMarked(inner)) return { [KEY]: fromLines(inner[KEY]) };
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fromLines(part)]));
}

function isMarked(value: unknown): value is Record<typeof KEY, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && keys[0] === KEY;
}
