import { OpenAPIHono } from '@hono/zod-openapi';
import { OPEN_CALLER } from './access/caller.ts';
import { makeAccessLog } from './access-log.ts';
import type { App, AppEnv } from './app-env.ts';
import { describeIssues } from './describe-issues.ts';
import { logProblem } from './log-problem.ts';
import { ProblemError, problemResponse } from './problem.ts';
import { requestId } from './request-id.ts';
import { addAnswerRoute } from './routes/answer.ts';
import { addDocumentRoute } from './routes/documents.ts';
import { addFeedbackRoute } from './routes/feedback.ts';
import { addHandoffRoute } from './routes/handoff.ts';
import { addMethodNotAllowed } from './routes/method-not-allowed.ts';
import { addPageRoutes } from './routes/page.ts';
import { makeReply } from './routes/reply.ts';
import { makeResolveStore } from './routes/resolve-store.ts';
import { addStatusRoutes } from './routes/status.ts';
import { addStoresRoute } from './routes/stores.ts';
import { securityHeaders } from './security-headers.ts';
import { defaultLimits, type ServiceDeps } from './service-deps.ts';
import { toProblem } from './to-problem.ts';

/**
 * The HTTP service around an answer pipeline: its API, described at `/openapi.json`, and the chat page at `/`.
 * Every error leaves as `application/problem+json` (RFC 9457).
 */
export function makeApp(deps: ServiceDeps): App {
  const { logger } = deps;
  const limits = { ...defaultLimits, ...deps.limits };
  const resolveStore = makeResolveStore(deps);
  const reply = makeReply({ ...deps, resolveStore, limits });
  const app: App = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const root = result.target === 'json' ? 'body' : result.target;
      const input = 'data' in result ? result.data : undefined;
      const errors = describeIssues(result.error.issues, input, root);
      const detail = errors.map(({ path, expected, got }) => `${path}: expected ${expected}, got ${got}`);
      throw new ProblemError('invalid-request', { detail: `${detail.join('; ')}.`, errors });
    },
  });

  app.use(makeAccessLog({ logger }), requestId, securityHeaders);
  app.use(async (c, next) => {
    c.set('caller', OPEN_CALLER);
    await next();
  });
  addAnswerRoute(app, { reply, limits });
  addDocumentRoute(app, { ...deps, resolveStore });
  addFeedbackRoute(app, { ...deps, resolveStore, limits });
  addHandoffRoute(app, { ...deps, resolveStore, limits });
  addStoresRoute(app, deps);
  addStatusRoutes(app, deps);
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Aisle',
      version: '1',
      description: "Answers shoppers' questions from a store's own pages and catalog, with checked quotes.",
    },
  });
  addPageRoutes(app);
  addMethodNotAllowed(app);

  app.notFound((c) => {
    const detail = `There is nothing at ${c.req.path.slice(0, 200)}. GET /openapi.json lists what there is.`;
    return problemResponse(new ProblemError('unknown-route', { detail }), c.var.requestId);
  });
  app.onError((error, c) => {
    const problem = toProblem(error, c.var.requestId);
    logProblem(logger, problem, c.var.requestId);
    return problemResponse(problem, c.var.requestId);
  });
  return app;
}
