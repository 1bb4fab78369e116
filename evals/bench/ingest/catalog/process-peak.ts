import { readMemory } from '../../service/process-tree.ts';

/** The most memory that this process has had resident, in bytes. */
export async function peakMemory(): Promise<number> {
  // getrusage counts what the parent had when it forked; /proc counts this program alone, where there is one.
  return (await readMemory(process.pid))?.peak ?? process.resourceUsage().maxRSS * 1024;
}
