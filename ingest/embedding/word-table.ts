/**
 * Static word vectors, one row each: first the sentence pieces (a whole word among them begins with `▁`), then the
 * further words. A row's vector is `codes / 127 · scale`, of length 1 within rounding.
 */
export interface WordTable {
  dimensions: number;
  /** Number of rows that are pieces. */
  pieceCount: number;
  keys: string[];
  /** Natural log of each row's unigram probability; a word's is that of the pieces that spell it. */
  logProbabilities: Float32Array;
  codes: Int8Array;
  scales: Float32Array;
  /** What each dimension was divided by to even out their variances. */
  spreads: Float32Array;
}

/** What the header file says of the table beside it. */
export interface WordTableHeader {
  format: 1;
  rows: number;
  pieces: number;
  dimensions: number;
  bytes: number;
  /** Of the table's bytes, in hexadecimal. */
  sha256: string;
  /** How the table was made, for people. */
  recipe: string[];
  sources: { package: string; version: string; license: string; gives: string }[];
}

/**
 * The table's bytes: `codes` (int8, row by row), then little-endian float32: scales, logProbabilities (one a row
 * each), spreads (one a dimension); then the keys as UTF-8 lines.
 * @throws RangeError when rows × dimensions is not a multiple of 4: the floats behind the codes must be aligned.
 */
export function encodeWordTable(table: WordTable): Buffer {
  if (table.codes.length % 4 !== 0) {
    throw new RangeError(`Expected rows × dimensions to be a multiple of 4, got ${table.codes.length}`);
  }
  const floats = [table.scales, table.logProbabilities, table.spreads];
  return Buffer.concat([
    bytesOf(table.codes),
    ...floats.map(bytesOf),
    Buffer.from(table.keys.join('\n'), 'utf8'),
  ]);
}

function bytesOf(array: Int8Array | Float32Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}

/**
 * The table in `bytes`, as views on them: nothing but the keys is copied.
 * @throws Error when the bytes are not as long as the header says.
 */
export function decodeWordTable(bytes: Uint8Array<ArrayBuffer>, header: WordTableHeader): WordTable {
  if (bytes.byteLength !== header.bytes) {
    throw new Error(`Expected a word table of ${header.bytes} bytes, found ${bytes.byteLength}`);
  }
  const { rows, dimensions } = header;
  let offset = bytes.byteOffset + rows * dimensions;
  const floats = (length: number) => {
    const view = new Float32Array(bytes.buffer, offset, length);
    offset += length * Float32Array.BYTES_PER_ELEMENT;
    return view;
  };
  const scales = floats(rows);
  const logProbabilities = floats(rows);
  const spreads = floats(dimensions);
  return {
    dimensions,
    pieceCount: header.pieces,
    keys: Buffer.from(bytes.buffer, offset, bytes.byteOffset + bytes.byteLength - offset)
      .toString('utf8')
      .split('\n'),
    logProbabilities,
    codes: new Int8Array(bytes.buffer, bytes.byteOffset, rows * dimensions),
    scales,
    spreads,
  };
}
