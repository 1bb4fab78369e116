import { existsSync } from 'node:fs';
import { runCommand } from './command.ts';
import { readEnvironment } from './environment.ts';
import { makeLogger } from './logger.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // The first asks to end well; whoever asks twice means at once.
    if (interrupted.signal.aborted) process.exit(130);
    interrupted.abort(new Error('stopped by the user'));
  });
}

// A terminal that has gone away, or a reader that has read enough, is no reason to stop.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

process.exitCode = await runCommand(process.argv.slice(2), {
  environment: () => readEnvironment(process.env),
  // npm runs scripts in the package's folder, and tells where it was called.
  folder: (process.env.npm_lifecycle_event === 'ingest' && process.env.INIT_CWD) || process.cwd(),
  makeLogger: (level) => makeLogger({ level, pretty: process.stderr.isTTY }),
  signal: interrupted.signal,
  progress: process.stderr,
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
});
