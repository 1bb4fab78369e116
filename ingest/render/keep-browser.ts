import type { Browser } from 'playwright-core';
import type { RunningBrowser } from './launch-browser.ts';

/** One browser that all pages share. */
export interface BrowserKeeper {
  /** Starts it when there is none, or when the last one has died. */
  get(): Promise<Browser>;
  /** Ends a browser that no longer answers; the next page gets a new one. Does not throw. */
  discard(browser: Browser): Promise<void>;
  /** Does not throw. */
  close(): Promise<void>;
}

/** Each failure can take half a minute; what is missing after so many is missing for the next page too. */
const MOST_FAILURES = 2;

/** @param launch is not called again after it has failed twice. */
export function keepBrowser(launch: () => Promise<RunningBrowser>): BrowserKeeper {
  let current: Promise<RunningBrowser> | null = null;
  let failures = 0;
  const ending = new Set<Promise<void>>();

  function end(running: RunningBrowser): Promise<void> {
    const end = running.close();
    ending.add(end);
    return end.finally(() => ending.delete(end));
  }

  return {
    async get() {
      for (;;) {
        current ??= launch();
        const tried = current;
        const running = await tried.catch((error: unknown) => {
          failures += 1;
          if (current === tried && failures < MOST_FAILURES) current = null;
          throw error;
        });
        if (running.browser.isConnected()) return running.browser;
        if (current === tried) {
          current = null;
          await end(running);
        }
      }
    },
    async discard(browser) {
      const tried = current;
      const running = await tried?.catch(() => null);
      if (running?.browser !== browser) return;
      if (current === tried) current = null;
      await end(running);
    },
    async close() {
      const running = await current?.catch(() => null);
      current = null;
      if (running) await end(running);
      await Promise.all(ending);
    },
  };
}
