import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { AnswerQuestion } from '../answer-question.ts';
import { makeApp } from '../app.ts';
import { listen } from '../listen.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import type { ServiceDeps } from '../service-deps.ts';

/**
 * Serves a pipeline over HTTP until the test ends, with a fake of all the rest.
 * @param answer default: the fake's
 */
export async function servePipeline(
  { answer, ...changes }: Partial<ServiceDeps> & { answer?: AnswerQuestion | undefined } = {},
  stores = ['sample'],
) {
  const { deps, record } = makeFakeService({ stores });
  const logger = pino({ level: 'silent' });
  const app = makeApp({ ...deps, ...(answer && { answer }), logger, ...changes });
  const server = await listen(app, 0, '127.0.0.1');
  onTestFinished(() => server.close(1_000));
  return { url: server.url, record };
}
