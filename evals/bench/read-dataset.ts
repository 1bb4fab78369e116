/** Reads a data set's file; whatever goes wrong names the file. */
export async function readDataset<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new Error(`${path}: expected a data set that can be read`, { cause });
  }
}
