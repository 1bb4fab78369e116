import { startSampleStore } from './server.ts';

const setting = process.env.SAMPLE_STORE_PORT ?? '8788';
const port = Number(setting);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`SAMPLE_STORE_PORT must be a port from 0 to 65535, but is "${setting}".`);
  process.exit(2);
}

try {
  const store = await startSampleStore({ port });
  console.log(`The sample store is at ${store.url} (Ctrl+C stops it)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void store.close());
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
