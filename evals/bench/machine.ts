import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';

/** What a figure depends on besides the code. */
export interface Machine {
  cores: number;
  cpu: string;
  memoryGib: number;
  platform: string;
  node: string;
  /** ISO 8601. */
  date: string;
}

/** Tells nothing that names the machine or its user. */
export function describeMachine(now: Date = new Date()): Machine {
  return {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGib: Math.round(totalmem() / 2 ** 30),
    platform: `${platform()} ${arch()}`,
    node: process.versions.node,
    date: now.toISOString(),
  };
}

/** One line for the head of a benchmark's output. */
export function formatMachine({ cores, cpu, memoryGib, platform: system, node, date }: Machine): string {
  return `${date} · Node ${node} · ${cores} cores (${cpu}) · ${memoryGib} GiB · ${system}`;
}
