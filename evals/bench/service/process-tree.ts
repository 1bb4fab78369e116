import { readdir, readFile } from 'node:fs/promises';

/** Resident memory in bytes: now, and the most since the process began. */
export interface ResidentMemory {
  now: number;
  peak: number;
}

/**
 * Reads VmRSS and VmHWM out of the text of Linux's `/proc/<pid>/status` (proc(5)), which counts in KiB. Pure.
 * @returns null when they are not there, as for a process that has ended.
 */
export function parseMemory(status: string): ResidentMemory | null {
  const bytes = (name: string) => {
    const found = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
    return found === undefined ? null : Number(found) * 1024;
  };
  const [now, peak] = [bytes('VmRSS'), bytes('VmHWM')];
  return now === null || peak === null ? null : { now, peak };
}

/** @returns null where there is no `/proc` or no such process. */
export async function readMemory(pid: number): Promise<ResidentMemory | null> {
  return parseMemory(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''));
}

/**
 * Finds the process whose command line names a file, among a process and all that it has begun: `npm start` is npm, a
 * shell, and the service.
 * @returns null where there is no `/proc`, or no such process.
 */
export async function findDescendant(pid: number, file: string): Promise<number | null> {
  const args = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
  // A shell's argument holds the file as a part of a command; node's is the file itself.
  if (args.some((arg) => arg === file || arg.endsWith(`/${file}`))) return pid;
  for (const child of await childrenOf(pid)) {
    const found = await findDescendant(child, file);
    if (found !== null) return found;
  }
  return null;
}

async function childrenOf(pid: number): Promise<number[]> {
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    tasks.map((task) => readFile(`/proc/${pid}/task/${task}/children`, 'utf8').catch(() => '')),
  );
  return lists.flatMap((list) => list.trim().split(/\s+/).filter(Boolean).map(Number));
}
