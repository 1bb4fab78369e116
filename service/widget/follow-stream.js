import { readEvents } from './read-events.js';
import { ReadableError, readProblem } from './readable-error.js';

/** Connections in a row that brought nothing. */
const mostTries = 4;
const firstPauseMs = 400;
/** The service keeps an answer for a minute after its end. */
const longestOfflineMs = 55_000;

/**
 * The events of an answer up to `done`, over as many connections as it takes: one that is lost is gone on with after the last event
 * that arrived, where the service numbers its events.
 * @param connect asks for the events after an id, or for all (null)
 */
export async function* followStream(connect, { signal, texts }) {
  const brokenOff = () => new ReadableError('broken-off', texts.errors['broken-off']);
  let last = null;
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (tries > 0) await pause(firstPauseMs * 2 ** tries, signal);
    if (last !== null && navigator.onLine === false) await untilOnline(signal);
    try {
      const response = await connect(last);
      if (!response.body || response.status === 204) throw brokenOff();
      for await (const event of readEvents(response.body)) {
        if (event.name === 'error') throw readProblem(event.data, texts);
        last = event.id ?? last;
        tries = 0;
        yield event;
        if (event.name === 'done') return;
      }
    } catch (error) {
      if (signal.aborted || error.name === 'AbortError') throw error;
      if (last !== null && error.kind === 'unknown-stream') throw brokenOff();
      const isLost = !(error instanceof ReadableError) || (last !== null && error.kind === 'offline');
      if (!isLost) throw error;
    }
    if (last === null) break;
  }
  throw brokenOff();
}

function pause(ms, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

/** A try is of no use before the device has its network back. */
async function untilOnline(signal) {
  const settled = new AbortController();
  const isBack = new Promise((resolve) => {
    addEventListener('online', resolve, { once: true, signal: settled.signal });
  });
  try {
    await Promise.race([isBack, pause(longestOfflineMs, AbortSignal.any([signal, settled.signal]))]);
  } finally {
    settled.abort();
  }
}
