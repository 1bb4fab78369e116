import { pino } from 'pino';
import { makeApp } from '../app.ts';
import type { App } from '../app-env.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import type { ApiDocument } from './api-types.ts';

/** The whole app over a fake, for what looks at its routes. */
export function makeFakeApp(): App {
  return makeApp({ ...makeFakeService().deps, logger: pino({ level: 'silent' }) });
}

/** The document as it is served. */
export async function servedDocument(app = makeFakeApp()): Promise<ApiDocument> {
  return (await (await app.request('/openapi.json')).json()) as ApiDocument;
}
