import type { Logger } from 'pino';
import { pino } from 'pino';
import type { AccessKey } from '../access/access-key.ts';
import { SHOP, testGate, testKey } from '../access/gate.fixture.ts';
import { makeApp } from '../app.ts';
import { isConversationId } from '../conversations/conversing.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Keys of two shops on one service, each of which must learn nothing of the other. */
export const shopKey = testKey('secret', { stores: ['shop'] });
export const pageKey = testKey('publishable', { stores: ['shop'], origins: [SHOP] });
export const adminKey = testKey('secret', { stores: null, scopes: ['answer', 'ingest', 'admin'] });
export const rivalKey = testKey('secret', { stores: ['rival'] });
export const revokedKey = testKey('secret', { stores: ['shop'], revokedAt: new Date() });
const keys: { text: string; row: AccessKey }[] = [shopKey, pageKey, adminKey, rivalKey, revokedKey];

/**
 * The real app over the fake pipeline, with keys, and with dependencies that are as particular as a database: text that
 * PostgreSQL cannot keep is an error, which would be a 500.
 * @param changes in place of the fake's
 */
export function makeStrictService({
  logger = pino({ level: 'silent' }),
  ...changes
}: Partial<ServiceDeps> & { logger?: Logger } = {}) {
  const { deps, record } = makeFakeService({
    stores: ['shop', 'rival'],
    // Scenarios that fail on purpose are none of what is looked for here.
    chosen: () => 'products',
  });
  const { read, delete: remove } = deps.conversations;
  // These look at the form of an id before any database does.
  const conversations: ServiceDeps['conversations'] = {
    ...deps.conversations,
    read: async (store, id, page) => (isConversationId(id) ? read(store, id, page) : null),
    delete: async (store, id) => (isConversationId(id) ? remove(store, id) : null),
  };
  const strict = { ...refuseWhatNoDatabaseKeeps({ ...deps, ...changes }), conversations };
  const app = makeApp({ ...strict, logger, defaultStore: 'shop', gate: testGate(keys) });
  return { app, record };
}

/** Wraps every function so that it throws when its arguments hold NUL, a lone surrogate, or no finite number. */
function refuseWhatNoDatabaseKeeps<T extends object>(deps: T): T {
  return Object.fromEntries(
    Object.entries(deps).map(([name, value]: [string, unknown]) => {
      if (typeof value === 'function') {
        const call = (...args: unknown[]) => {
          for (const arg of args) checkKeepable(arg, name);
          return value(...args);
        };
        return [name, call];
      }
      return [name, value];
    }),
  ) as T;
}

const MOST_DEPTH = 40;

function checkKeepable(value: unknown, name: string, depth = 0): void {
  if (depth > MOST_DEPTH) throw new Error(`${name} was given something without end`);
  if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
    throw new Error(`${name} was given text that no database keeps`);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${name} was given ${value}`);
  if (typeof value !== 'object' || value === null || value instanceof AbortSignal) return;
  for (const [key, each] of Object.entries(value)) {
    checkKeepable(key, name, depth + 1);
    checkKeepable(each, name, depth + 1);
  }
}
