import { z } from 'zod';
import { forkChild } from '../fork-child.ts';
import type { ServedPages, ServerRequest } from './server.ts';

const readyFormat = z.object({ origin: z.string() });
const servedFormat = z.object({ bodies: z.number(), notModified: z.number() });

/** A made-up shop that another process serves. */
export interface MadeUpServer {
  /** Such as `http://127.0.0.1:40123`. */
  origin: string;
  /** `127.0.0.1:40123`, for what may be reached. */
  host: string;
  /** What `work` made it serve, of pages alone. */
  during<T>(work: () => Promise<T>): Promise<{ result: T; served: ServedPages }>;
  /** Replaces words that stand once on a page. */
  edit(path: string, from: string, to: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it; resolves when it answers. @param signal ends it. @throws Error when it does not start. */
export async function startMadeUpServer(pages: number, signal: AbortSignal): Promise<MadeUpServer> {
  const child = forkChild(new URL('./server.ts', import.meta.url), [String(pages)], signal);
  const ask = async (request: ServerRequest) => servedFormat.parse(await child.ask(request));
  try {
    const { origin } = readyFormat.parse(await child.ask());
    return {
      origin,
      host: new URL(origin).host,
      async during(work) {
        const before = await ask({ type: 'served' });
        const result = await work();
        const after = await ask({ type: 'served' });
        return {
          result,
          served: {
            bodies: after.bodies - before.bodies,
            notModified: after.notModified - before.notModified,
          },
        };
      },
      async edit(path, from, to) {
        await ask({ type: 'edit', path, from, to });
      },
      stop: () => child.stop(),
    };
  } catch (error) {
    await child.stop();
    throw error;
  }
}
