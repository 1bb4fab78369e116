import { inflateRawSync } from 'node:zlib';
import { SourceFileError } from './source-file-error.ts';

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const MAX_COMMENT = 0xffff;
const MAX_ENTRIES = 10_000;

/**
 * Proves that a ZIP archive is whole and expands to a bounded size, before a reader that has no limits opens it.
 * Each entry is inflated once with a hard limit, as the sizes that an archive declares may lie. ZIP64 is refused: no
 * Office document of a readable size needs it. Format: PKWARE APPNOTE 6.3, 4.3.
 * @param path names the file in errors.
 * @param maxExpanded bytes of all entries together.
 * @returns the entries' names.
 * @throws SourceFileError when the archive is cut off or corrupt, or would expand too far.
 */
export function checkZip(path: string, zip: Buffer, maxExpanded: number): string[] {
  const corrupt = (detail: string) =>
    new SourceFileError(
      path,
      `expected a whole ZIP archive, found a damaged one (${detail}). Export or upload it again.`,
    );
  const end = findEnd(zip);
  if (end === -1) throw corrupt('its end is missing');
  const count = zip.readUInt16LE(end + 10);
  const directorySize = zip.readUInt32LE(end + 12);
  const directoryStart = zip.readUInt32LE(end + 16);
  if (count > MAX_ENTRIES)
    throw new SourceFileError(
      path,
      `expected an archive of at most ${MAX_ENTRIES} entries, found ${count}. Take out images, or split it.`,
    );
  if (directoryStart + directorySize !== end) throw corrupt('its directory is not where it should be');

  const names: string[] = [];
  let budget = maxExpanded;
  let at = directoryStart;
  for (let i = 0; i < count; i += 1) {
    if (at + ENTRY_SIZE > end || zip.readUInt32LE(at) !== ENTRY_SIGNATURE)
      throw corrupt('its directory is broken');
    const flags = zip.readUInt16LE(at + 8);
    const method = zip.readUInt16LE(at + 10);
    const size = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength);
    at += ENTRY_SIZE + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    if ((flags & 1) !== 0)
      throw new SourceFileError(path, 'expected an open archive, found a password. Save it without one.');
    if (local + LOCAL_SIZE > directoryStart) throw corrupt(`${name} is outside of it`);
    const dataStart = local + LOCAL_SIZE + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    if (dataStart + size > directoryStart) throw corrupt(`${name} is cut off`);
    const expanded = expandedSize(zip.subarray(dataStart, dataStart + size), method, budget);
    if (expanded === 'corrupt') throw corrupt(`${name} does not unpack`);
    budget -= expanded === 'too large' ? budget + 1 : expanded;
    if (budget < 0)
      throw new SourceFileError(
        path,
        `expected an archive of at most ${maxExpanded} bytes when unpacked, found more. Take out images, or split it.`,
      );
    names.push(name);
  }
  return names;
}

function findEnd(zip: Buffer): number {
  const lowest = Math.max(0, zip.length - END_SIZE - MAX_COMMENT);
  for (let at = zip.length - END_SIZE; at >= lowest; at -= 1)
    if (zip.readUInt32LE(at) === END_SIGNATURE) return at;
  return -1;
}

function expandedSize(data: Buffer, method: number, budget: number): number | 'too large' | 'corrupt' {
  if (method === 0) return data.length;
  if (method !== 8) return 'corrupt';
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, budget) }).length;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : 'corrupt';
  }
}
