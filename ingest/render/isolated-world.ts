import type { CDPSession, Page } from 'playwright-core';

/** Runs functions in a page where its own scripts can neither see nor change what they use. */
export interface IsolatedWorld {
  /**
   * @param call a function that refers to nothing outside itself; it and its argument travel as text.
   * @throws when it takes longer than `timeoutMs`, or when the page has no answer.
   */
  run<A extends string | number, R>(call: (argument: A) => R, argument: A, timeoutMs: number): Promise<R>;
}

/** Opens a world of its own in the page's document, as extensions have it (Chrome DevTools Protocol). */
export async function openIsolatedWorld(page: Page): Promise<IsolatedWorld> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'aisle',
  });
  return {
    async run(call, argument, timeoutMs) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression: `(${call})(${JSON.stringify(argument)})`,
        contextId: executionContextId,
        returnByValue: true,
        timeout: timeoutMs,
      });
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
      return result.value;
    },
  };
}
