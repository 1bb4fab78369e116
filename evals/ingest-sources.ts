import { spawn } from 'node:child_process';
import { isIP } from 'node:net';

interface IngestCall {
  /** Environment of the ingest, which names its database. */
  env: Record<string, string | undefined>;
  store: string;
  /** URLs and absolute paths. */
  sources: string[];
  /** Where it runs: a folder without an aisle.yaml keeps a project's configuration out. */
  cwd: string;
}

/** How much of what a failed ingest has said goes into the error. */
const LONGEST_COMPLAINT = 2000;

/**
 * Returns a function that ingests by the content team's own command, in a process of its own: it is what a suite's
 * sources would go through in life, and its database is free again once it has ended.
 *
 * @param main path of the command's file, `ingest/main.ts`.
 * @returns a function that throws with the command's own words when it does not exit with 0.
 */
export function makeIngestSources(main: string): (call: IngestCall) => Promise<void> {
  return async ({ env, store, sources, cwd }) => {
    const args = [...sources, '--store', store, '--json', ...sources.flatMap(allowHost)];
    const child = spawn(process.execPath, [main, ...args], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-LONGEST_COMPLAINT);
    });
    const status = await new Promise<number | string>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
    });
    if (status !== 0) throw new Error(`ingest ended with ${status}: ${said.trim() || 'it said nothing'}`);
  };
}

/** The suite's author named this address: the ingest may reach it though it is private. Names stay checked. */
function allowHost(source: string): string[] {
  if (!/^https?:/i.test(source) || !URL.canParse(source)) return [];
  const { hostname, port, protocol } = new URL(source);
  const address = hostname.replace(/^\[|\]$/g, '');
  if (hostname !== 'localhost' && isIP(address) === 0) return [];
  return ['--allow-host', `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`];
}
