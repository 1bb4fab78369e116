/**
 * Random whole numbers that are the same for the same seed: sfc32 of PractRand (Doty-Humphrey 2010), whose period is at
 * least 2^32. Not for secrets.
 *
 * @returns a function that draws a number of 0 … `below` − 1; `below` up to 2^32.
 */
export function makeRandom(seed: number): (below: number) => number {
  let a = seed | 0;
  let b = 0x9e_37_79_b9 | 0;
  let c = 0x24_3f_6a_88 | 0;
  let counter = 1;
  const next = () => {
    const drawn = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    return drawn >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp += 1) next();
  return (below) => Math.floor((next() / 0x1_00_00_00_00) * below);
}
