import { OpenAPIHono } from '@hono/zod-openapi';
import { makeAdmission } from './access/admission.ts';
import { makeAccessLog } from './access-log.ts';
import type { App, AppEnv } from './app-env.ts';
import { describeIssues } from './describe-issues.ts';
import { logProblem } from './log-problem.ts';
import { countedDeps } from './metrics/counted-deps.ts';
import { makeMetrics } from './metrics/metrics.ts';
import { ProblemError } from './problem.ts';
import { requestId } from './request-id.ts';
import { addAnswerRoute } from './routes/answer.ts';
import { addChatRoutes } from './routes/chat.ts';
import { addChatCompletionsRoute } from './routes/chat-completions.ts';
import { addConversationRoutes } from './routes/conversations.ts';
import { addDocsRoutes } from './routes/docs.ts';
import { addDocumentRoute } from './routes/documents.ts';
import { errorResponse } from './routes/error-response.ts';
import { addFeedbackRoute } from './routes/feedback.ts';
import { makeFindModel } from './routes/find-model.ts';
import { addHandoffRoute } from './routes/handoff.ts';
import { addMcpRoute } from './routes/mcp.ts';
import { addMethodNotAllowed } from './routes/method-not-allowed.ts';
import { addMetricsRoute } from './routes/metrics.ts';
import { addModelsRoutes } from './routes/models.ts';
import { addPageRoutes } from './routes/page.ts';
import { makeReply } from './routes/reply.ts';
import { makeResolveStore } from './routes/resolve-store.ts';
import { addStatusRoutes } from './routes/status.ts';
import { addStoresRoute } from './routes/stores.ts';
import { addWidgetRoute } from './routes/widget.ts';
import { securityHeaders } from './security-headers.ts';
import { defaultLimits, type ServiceDeps } from './service-deps.ts';
import { makeStreams } from './streams/streams.ts';
import { toProblem } from './to-problem.ts';

/**
 * The HTTP service around an answer pipeline: its API, described at `/openapi.json`, and the chat page at `/`.
 * Every error leaves as `application/problem+json` (RFC 9457).
 */
export function makeApp(deps: ServiceDeps): App {
  const { logger } = deps;
  const limits = { ...defaultLimits, ...deps.limits };
  const metrics = deps.metrics ?? makeMetrics();
  const resolveStore = makeResolveStore(deps);
  const streams = makeStreams();
  const reply = makeReply({ ...deps, resolveStore, limits, streams });
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
  app.use(...makeAdmission({ gate: deps.gate ?? null, limits, metrics, logger }));
  if (deps.drain) app.use(deps.drain.middleware);
  addAnswerRoute(app, { reply, limits });
  const findModel = makeFindModel(resolveStore);
  addChatRoutes(app, { reply, limits });
  addChatCompletionsRoute(app, { reply, findModel, limits });
  addModelsRoutes(app, { ...deps, findModel });
  addMcpRoute(app, { ...deps, reply, resolveStore, limits });
  addConversationRoutes(app, { ...deps, resolveStore, streams });
  addDocumentRoute(app, { ...deps, resolveStore });
  const counted = countedDeps(deps, metrics);
  addFeedbackRoute(app, { ...deps, ...counted, resolveStore, limits });
  addHandoffRoute(app, { ...deps, ...counted, resolveStore, limits });
  addStoresRoute(app, deps);
  addMetricsRoute(app, metrics);
  const { drain, checkReady } = deps;
  addStatusRoutes(app, { checkReady: drain ? () => drain.checkReady(checkReady) : checkReady });
  addDocsRoutes(app);
  addPageRoutes(app);
  addWidgetRoute(app);
  addMethodNotAllowed(app);

  app.notFound((c) => {
    const detail = `There is nothing at ${c.req.path.slice(0, 200)}. GET /openapi.json lists what there is.`;
    return errorResponse(c.req.path, new ProblemError('unknown-route', { detail }), c.var.requestId);
  });
  app.onError((error, c) => {
    const problem = toProblem(error, c.var.requestId);
    logProblem(logger, problem, c.var.requestId);
    return errorResponse(c.req.path, problem, c.var.requestId);
  });
  return app;
}
