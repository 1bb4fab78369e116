import { AsyncLocalStorage } from 'node:async_hooks';
import { OpenAPIHono } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import type { Logger } from 'pino';
import { makeApp } from '../app.ts';
import type { App, AppEnv } from '../app-env.ts';
import { ProblemError } from '../problem.ts';
import { chooseRequestId } from '../request-id.ts';
import { errorResponse } from '../routes/error-response.ts';
import { securityHeaders } from '../security-headers.ts';
import { toProblem } from '../to-problem.ts';
import { describeMock, type MockDescription } from './describe-mock.ts';
import { makeFakeService } from './fake-service.ts';
import { mockPage } from './mock-page.ts';
import { SCENARIO_HEADER, type Scenario } from './scenario.ts';

export interface MockAppOptions {
  stores: string[];
  delayMs: number;
  slowMs: number;
  fixed: boolean;
  logger: Logger;
}

const EXPOSED = ['RateLimit', 'RateLimit-Policy', 'Retry-After', 'WWW-Authenticate', 'X-Request-Id'];

/**
 * The service's own app over the fake, for pages of any origin, with its scenarios told at `GET /mock`. Keys are taken
 * and not looked at.
 */
export function makeMockApp(options: MockAppOptions): { app: App; scenarios: readonly Scenario[] } {
  const request = new AsyncLocalStorage<{ scenario: string | null }>();
  const fake = makeFakeService({
    ...options,
    personMs: PERSON_MS,
    examples: EXAMPLES,
    spanishExamples: SPANISH_EXAMPLES,
    chosen: () => request.getStore()?.scenario ?? null,
  });
  const { scenarios, handoffs } = fake;
  const service = makeApp({ ...fake.deps, logger: options.logger, defaultStore: options.stores[0] });
  const app: App = new OpenAPIHono<AppEnv>();
  let requests = 0;

  app.use(async (c, next) => {
    const { headers } = c.req.raw;
    const makeId = options.fixed ? () => `req_${++requests}` : undefined;
    const id = chooseRequestId(headers.get('x-request-id') ?? undefined, makeId);
    headers.set('x-request-id', id);
    c.set('requestId', id);
    await next();
    c.res.headers.set('x-request-id', id);
    // Pages that are public ask before they call this machine (WICG, Private Network Access).
    if (headers.get('access-control-request-private-network') === 'true')
      c.res.headers.set('access-control-allow-private-network', 'true');
  });
  app.use(securityHeaders);
  app.use(cors({ origin: '*', exposeHeaders: EXPOSED, maxAge: 600 }));
  app.get('/mock', (c) => {
    const description: MockDescription = describeMock(scenarios, options.stores, new URL(c.req.url).origin);
    c.header('vary', 'Accept');
    return c.req.header('accept')?.includes('text/html')
      ? c.html(mockPage(description))
      : c.json(description);
  });
  app.get('/mock/handoffs', (c) => c.json({ handoffs: handoffs.list() }));
  app.all('*', (c) => {
    const name = c.req.header(SCENARIO_HEADER) ?? null;
    const scenario = name === null ? undefined : findScenario(scenarios, name);
    scenario?.refuses?.();
    // Pages of any origin may ask for everything here, which the service asks a key for.
    c.req.raw.headers.delete('origin');
    return request.run({ scenario: name }, () => service.fetch(c.req.raw, c.env));
  });
  app.onError((error, c) => {
    const id = c.var.requestId;
    return errorResponse(c.req.path, toProblem(error, id), id);
  });
  return { app, scenarios };
}

/** A person takes a while to write, and a widget a while to look. */
const PERSON_MS = 1_500;

/** What the chat page offers to ask. */
const EXAMPLES = [
  'Can I return a worn item?',
  'Which jackets are waterproof?',
  'Do you ship to Spain?',
  'Can I talk to a person?',
];
const SPANISH_EXAMPLES = [
  '¿Cuánto dura la garantía de una tienda de campaña?',
  '¿Cuánto cuesta la reparación?',
];

function findScenario(scenarios: readonly Scenario[], name: string): Scenario {
  const found = scenarios.find((each) => each.name === name);
  if (found !== undefined) return found;
  const names = scenarios.map((each) => each.name).join(', ');
  throw new ProblemError('invalid-request', {
    detail: `There is no scenario ${JSON.stringify(name.slice(0, 100))}. There are: ${names}.`,
    errors: [{ path: `header.${SCENARIO_HEADER}`, expected: 'a scenario of GET /mock', got: 'another name' }],
  });
}
