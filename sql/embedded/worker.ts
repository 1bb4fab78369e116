import { parentPort, workerData } from 'node:worker_threads';
import { openPglite } from './open-pglite.ts';
import { serveWire } from './wire-server.ts';

// The thread of the embedded database: queries run here, so that the service's own thread stays free.
const { dataDir, socketPath } = workerData as { dataDir: string; socketPath: string };
const db = await openPglite(dataDir);
// Whatever it holds in memory is good for nothing then; the thread's owner starts another one.
const server = await serveWire(db, socketPath, () => process.exit(1));

parentPort?.on('message', async (message: { type: 'connections'; except: string } | { type: 'close' }) => {
  if (message.type === 'connections') {
    parentPort?.postMessage({ type: 'connections', count: server.connections(message.except) });
    return;
  }
  await server.close();
  await db.close();
  parentPort?.postMessage({ type: 'closed' });
  parentPort?.close();
});
parentPort?.postMessage({ type: 'ready' });
