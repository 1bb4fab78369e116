import { existsSync } from 'node:fs';
import { readEnvironment } from '../../ingest/environment.ts';
import { runKeysCommand } from './keys-command.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

process.exitCode = await runKeysCommand(process.argv.slice(2), {
  environment: () => readEnvironment(process.env),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
});
