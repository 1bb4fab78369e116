import { existsSync } from 'node:fs';
import { loadConfig } from '../../ingest/config/load-config.ts';
import { readEnvironment } from '../../ingest/environment.ts';
import { runHandoffsCommand } from './handoffs-command.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

process.exitCode = await runHandoffsCommand(process.argv.slice(2), {
  environment: () => readEnvironment(process.env),
  loadStores: async (configPath) => (await loadConfig(configPath, process.cwd()))?.stores ?? [],
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
});
