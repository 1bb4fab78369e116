import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { maySee } from '../access/caller.ts';
import type { App, AppEnv } from '../app-env.ts';
import { unknownHandoff } from '../handoff/handoff-problems.ts';
import { jsonBody } from '../json-body.ts';
import {
  handoffReceiptSchema,
  handoffRequestSchema,
  handoffSchema,
  handoffStateSchema,
  peopleSaySchema,
} from '../schemas/handoff.ts';
import { storeIdSchema } from '../schemas/store.ts';
import type { ServiceDeps, ServiceLimits } from '../service-deps.ts';
import { bodyProblems, problemResponses } from './problem-responses.ts';
import type { ResolveStore } from './resolve-store.ts';

const content = <T>(schema: T) => ({ 'application/json': { schema } });

function makeRequestRoute(limits: ServiceLimits) {
  return createRoute({
    method: 'post',
    path: '/handoff',
    operationId: 'requestHandoff',
    summary: "Pass a shopper to the store's people",
    description:
      'A conversation has at most one open handoff: what is sent to it again is added to that one. With an `Idempotency-Key` the same request may be sent twice.',
    middleware: [jsonBody({ maxBytes: limits.maxBodyBytes })] as const,
    request: {
      headers: z.object({
        'idempotency-key': z
          .string()
          .regex(/^[\x20-\x7e]{1,255}$/, { error: '1 to 255 characters of ASCII' })
          .optional()
          .openapi({ description: 'Names this request, such as a UUID.' }),
      }),
      body: { required: true, content: content(handoffRequestSchema) },
    },
    responses: {
      ...problemResponses(...bodyProblems, 'unknown-store', 'idempotency-key-reused'),
      202: { description: 'Kept, for people to answer', content: content(handoffReceiptSchema) },
    },
  });
}

const params = z.object({ id: z.string().min(1).max(128).openapi({ example: 'hnd_45c48cce' }) });
const query = z.object({ store: storeIdSchema.optional() });

function makeReadRoute() {
  return createRoute({
    method: 'get',
    path: '/handoff/{id}',
    operationId: 'getHandoff',
    summary: 'A handoff with its conversation as of now',
    description: 'For the store’s people: needs a secret key with the scope `admin`.',
    request: { params, query },
    responses: {
      ...problemResponses('invalid-request', 'unknown-store', 'unknown-handoff'),
      200: { description: 'The handoff', content: content(handoffSchema) },
    },
  });
}

function makeSayRoute(limits: ServiceLimits) {
  return createRoute({
    method: 'post',
    path: '/handoff/{id}/status',
    operationId: 'sayInHandoff',
    summary: 'A person takes a handoff, writes to the shopper, or closes it',
    description:
      'Needs a secret key with the scope `admin`. From `taken` to `closed` the assistant is silent in the conversation; 12 hours without a word from people close it too.',
    middleware: [jsonBody({ maxBytes: limits.maxBodyBytes })] as const,
    request: { params, query, body: { required: true, content: content(peopleSaySchema) } },
    responses: {
      ...problemResponses(...bodyProblems, 'unknown-store', 'unknown-handoff', 'handoff-closed'),
      200: { description: 'The handoff’s state after it', content: content(handoffStateSchema) },
    },
  });
}

type HandoffDeps = Pick<ServiceDeps, 'requestHandoff' | 'handoffs' | 'listStores'> & {
  resolveStore: ResolveStore;
  limits: ServiceLimits;
};

/** Adds `POST /handoff`, and for people `GET /handoff/{id}` and `POST /handoff/{id}/status`. */
export function addHandoffRoute(
  app: App,
  { requestHandoff, handoffs, listStores, resolveStore, limits }: HandoffDeps,
): void {
  /** Without `store` the handoff is looked for in each that the caller may see. */
  const storesOf = async (c: Context<AppEnv>, given: string | undefined): Promise<string[]> =>
    given === undefined
      ? (await listStores()).map(({ id }) => id).filter((id) => maySee(c.var.caller, id))
      : [await resolveStore(given, c.var.caller)];

  app.openapi(makeRequestRoute(limits), async (c) => {
    const request = c.req.valid('json');
    const store = await resolveStore(request.store, c.var.caller);
    c.var.access.store = store;
    const idempotencyKey = c.req.valid('header')['idempotency-key'];
    const { keyId } = c.var.caller;
    const receipt = await requestHandoff({ ...request, store }, { idempotencyKey, keyId });
    return c.json({ ...receipt, status: 'received' as const }, 202);
  });

  app.openapi(makeReadRoute(), async (c) => {
    const { id } = c.req.valid('param');
    const handoff = (await handoffs?.read(await storesOf(c, c.req.valid('query').store), id)) ?? null;
    if (handoff === null) throw unknownHandoff(id);
    c.var.access.store = handoff.store;
    c.header('cache-control', 'no-store');
    return c.json(handoff, 200);
  });

  app.openapi(makeSayRoute(limits), async (c) => {
    const { id } = c.req.valid('param');
    const stores = await storesOf(c, c.req.valid('query').store);
    const state = (await handoffs?.say(stores, id, c.req.valid('json'))) ?? null;
    if (state === null) throw unknownHandoff(id);
    c.var.access.store = state.store;
    return c.json(state, 200);
  });
}
