import { createRoute, z } from '@hono/zod-openapi';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { App } from '../app-env.ts';
import { jsonBody } from '../json-body.ts';
import { checkOrigin } from '../mcp/check-origin.ts';
import { type MakeMcpServer, type McpDeps, makeMcp } from '../mcp/make-mcp-server.ts';
import { watchBody } from '../mcp/watch-body.ts';
import type { ServiceLimits } from '../service-deps.ts';
import { bodyProblems, problemResponses } from './problem-responses.ts';

const messageSchema = z
  .looseObject({
    jsonrpc: z.literal('2.0'),
    id: z.union([z.string(), z.number()]).optional(),
    method: z.string().optional().openapi({ example: 'tools/list' }),
    params: z.record(z.string(), z.unknown()).optional(),
  })
  .openapi('JsonRpcMessage');

function makeRoute(limits: ServiceLimits) {
  return createRoute({
    method: 'post',
    path: '/mcp',
    operationId: 'mcp',
    summary: 'Call tools, for assistants that speak MCP',
    description:
      'The Model Context Protocol over streamable HTTP, without sessions: any instance answers any request. Tools: `answer`, `search_policies`, `search_catalog`, `get_product`. One message a request, no batches.',
    middleware: [jsonBody({ maxBytes: limits.maxBodyBytes })] as const,
    request: {
      headers: z.object({
        'mcp-protocol-version': z.string().max(40).optional().openapi({ example: '2025-11-25' }),
      }),
      body: { required: true, content: { 'application/json': { schema: messageSchema } } },
    },
    responses: {
      ...problemResponses(...bodyProblems),
      200: {
        description: 'The response; of a tool call as server-sent events, with comments while it is made',
        content: {
          'application/json': { schema: messageSchema },
          'text/event-stream': { schema: z.string().openapi({ description: 'Server-sent events.' }) },
        },
      },
      202: { description: 'A notification was taken' },
      406: {
        description: '`Accept` must name both `application/json` and `text/event-stream`',
        content: { 'application/json': { schema: messageSchema } },
      },
    },
  });
}

/** Adds `POST /mcp`. Each request has a server of its own: there is nothing to keep between them. */
export function addMcpRoute(app: App, deps: McpDeps & { limits: ServiceLimits }): void {
  let makeServer: MakeMcpServer | null = null;
  app.openapi(makeRoute(deps.limits), async (c) => {
    checkOrigin(c.req.header('origin'), c.req.header('host'), c.var.caller);
    const message = c.req.valid('json');
    const isCall = message.method === 'tools/call';
    const transport = new WebStandardStreamableHTTPServerTransport({
      enableJsonResponse: !isCall,
      keepAliveMs: deps.limits.heartbeatMs,
    });
    // The tools' schemas take a while to be written, which many an app is never asked for.
    makeServer ??= makeMcp(deps);
    const server = makeServer(c);
    await server.connect(transport);
    const response = await transport.handleRequest(c.req.raw, { parsedBody: message });
    if (!isCall || response.body === null) {
      await server.close();
      return response;
    }
    const { body, finished } = watchBody(response.body);
    c.var.access.streamed = finished.then(() => server.close());
    return new Response(body, response);
  });
}
