/** Directions of a set of vectors, those of the greatest variance first. */
export interface PrincipalComponents {
  /** Orthonormal. */
  directions: Float64Array[];
  /** Variance along each direction. */
  variances: number[];
}

const MAX_SWEEPS = 16;

/**
 * Principal components of `count` vectors of length `size`, stored row by row in `matrix` with their mean already
 * removed: the eigenvectors of their covariance by Jacobi's method (Golub and Van Loan, Matrix Computations, §8.5).
 * The sign of a direction is fixed by making its largest element positive. Takes 20 s for 30,000 × 512.
 */
export function principalComponents(matrix: Float32Array, count: number, size: number): PrincipalComponents {
  const a = covariance(matrix, count, size);
  const v = Array.from({ length: size }, (_, i) => new Float64Array(size).fill(1, i, i + 1));
  for (let sweep = 0; sweep < MAX_SWEEPS && !isDiagonal(a); sweep += 1) {
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) rotate(a, v, p, q);
  }
  const variances = a.map((row, i) => row[i] ?? 0);
  const order = variances.map((_, i) => i).sort((i, j) => (variances[j] ?? 0) - (variances[i] ?? 0) || i - j);
  return {
    directions: order.map((i) => fixSign(v[i] ?? new Float64Array(size))),
    variances: order.map((i) => Math.max(0, variances[i] ?? 0)),
  };
}

function covariance(matrix: Float32Array, count: number, size: number): Float64Array[] {
  const sums = Array.from({ length: size }, () => new Float64Array(size));
  for (let row = 0; row < count; row += 1) {
    const vector = matrix.subarray(row * size, (row + 1) * size);
    sums.forEach((sum, i) => {
      const x = vector[i] ?? 0;
      for (let j = i; j < size; j += 1) sum[j] = (sum[j] ?? 0) + x * (vector[j] ?? 0);
    });
  }
  sums.forEach((sum, i) => {
    for (let j = 0; j < size; j += 1) sum[j] = ((j < i ? sums[j]?.[i] : sum[j]) ?? 0) / (j < i ? 1 : count);
  });
  return sums;
}

function isDiagonal(a: Float64Array[]): boolean {
  let off = 0;
  let diagonal = 0;
  a.forEach((row, i) => {
    row.forEach((x, j) => {
      if (i === j) diagonal += x * x;
      else off += x * x;
    });
  });
  return off <= 1e-20 * diagonal;
}

/** One Jacobi rotation: makes `a[p][q]` zero and turns rows p and q of the eigenvectors `v` the same way. */
function rotate(a: Float64Array[], v: Float64Array[], p: number, q: number): void {
  const [rowP, rowQ, vectorP, vectorQ] = [a[p], a[q], v[p], v[q]];
  const element = rowP?.[q] ?? 0;
  if (element === 0 || !rowP || !rowQ || !vectorP || !vectorQ) return;
  const theta = ((rowQ[q] ?? 0) - (rowP[p] ?? 0)) / (2 * element);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (const row of a) {
    const [x, y] = [row[p] ?? 0, row[q] ?? 0];
    row[p] = cosine * x - sine * y;
    row[q] = sine * x + cosine * y;
  }
  turn(rowP, rowQ, cosine, sine);
  turn(vectorP, vectorQ, cosine, sine);
}

function turn(first: Float64Array, second: Float64Array, cosine: number, sine: number): void {
  for (let k = 0; k < first.length; k += 1) {
    const x = first[k] ?? 0;
    const y = second[k] ?? 0;
    first[k] = cosine * x - sine * y;
    second[k] = sine * x + cosine * y;
  }
}

function fixSign(direction: Float64Array): Float64Array {
  const largest = direction.reduce((best, x) => (Math.abs(x) > Math.abs(best) ? x : best), 0);
  return largest < 0 ? direction.map((x) => -x) : direction;
}
