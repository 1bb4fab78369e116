import { pino } from 'pino';
import { makeApp } from '../app.ts';
import type { App } from '../app-env.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import { testGate, testKey } from './gate.fixture.ts';
import type { Gate } from './gate.ts';

export const publishable = testKey('publishable');
export const other = testKey('publishable', { origins: ['https://other.example'], stores: ['garden'] });
export const secret = testKey('secret');
export const admin = testKey('secret', { scopes: ['admin'], stores: null });
export const ingest = testKey('secret', { scopes: ['ingest'], stores: null });
export const revoked = testKey('secret', { revokedAt: new Date() });
export const everyKey = [publishable, other, secret, admin, ingest, revoked];

export function makeTestApp(changes: Partial<Gate> = {}, keys = everyKey) {
  const { deps } = makeFakeService({ stores: ['sample', 'garden'] });
  const logger = pino({ level: 'silent' });
  return makeApp({ ...deps, logger, defaultStore: 'sample', gate: testGate(keys, changes) });
}

export const ask = (app: App, headers: Record<string, string> = {}, body: object = {}) =>
  app.request('/answer', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ question: 'Can I return it?', ...body }),
  });
export const bearer = ({ text }: { text: string }) => ({ authorization: `Bearer ${text}` });
export const kindOf = async (response: Response) =>
  String((await response.json()).type).replace('urn:aisle:problem:', '');
