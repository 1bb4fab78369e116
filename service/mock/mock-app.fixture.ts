import { pino } from 'pino';
import { answerResponseSchema } from '../schemas/answer-response.ts';
import { makeMockApp } from './mock-app.ts';

/** The mock of one store, which answers at once, always alike, and logs nothing. */
export const makeTestApp = (changes: Partial<Parameters<typeof makeMockApp>[0]> = {}) =>
  makeMockApp({
    stores: ['shop'],
    delayMs: 0,
    slowMs: 30,
    fixed: true,
    logger: pino({ level: 'silent' }),
    ...changes,
  });

export type App = ReturnType<typeof makeMockApp>['app'];

export const post = (app: App, path: string, body: object, headers: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

export const ask = (app: App, question: string, body: object = {}, headers: Record<string, string> = {}) =>
  post(app, '/answer', { question, ...body }, headers);

export const answerOf = async (response: Response) => answerResponseSchema.parse(await response.json());
