/** A body as it is, with a promise that settles, never rejecting, when it has ended, has failed or is wanted no more. */
export function watchBody(source: ReadableStream<Uint8Array>): {
  body: ReadableStream<Uint8Array>;
  finished: Promise<void>;
} {
  const { promise: finished, resolve } = Promise.withResolvers<void>();
  const reader = source.getReader();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        controller.close();
      } catch (error) {
        controller.error(error);
      }
      resolve();
    },
    async cancel(reason) {
      resolve();
      await reader.cancel(reason);
    },
  });
  return { body, finished };
}
