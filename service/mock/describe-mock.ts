import type { Scenario } from './scenario.ts';

/** What `GET /mock` tells. */
export interface MockDescription {
  stores: string[];
  /** How a scenario is chosen, beside the questions and the word of each. */
  header: string;
  scenarios: {
    name: string;
    shows: string;
    word: string | null;
    /** One after another, in one conversation. */
    questions: string[];
  }[];
  /** Each wire format, and how it is asked with curl. */
  formats: { name: string; curl: string }[];
  /** What people do with a handoff, `ID` being its id. */
  people: { name: string; curl: string }[];
}

/** Describes a mock that answers at `url`. Pure. */
export function describeMock(
  scenarios: readonly Scenario[],
  stores: readonly string[],
  url: string,
): MockDescription {
  const ask = (path: string, body: object, ...flags: string[]) =>
    [
      `curl ${['-N', ...flags].join(' ')} ${url}${path}`,
      "-H 'content-type: application/json'",
      `-d '${JSON.stringify(body)}'`,
    ].join(' ');
  const say = (body: object) => ask('/handoff/ID/status', body).replace('curl -N', 'curl');
  const question = 'Which jackets are waterproof?';
  const messages = [{ role: 'user', content: question }];
  const uiMessages = [{ id: 'm1', role: 'user', parts: [{ type: 'text', text: question }] }];
  const call = { name: 'answer', arguments: { question } };
  const accept = "-H 'accept: application/json, text/event-stream'";
  const completion = { model: stores[0] ?? '', messages };
  return {
    stores: [...stores],
    header: 'X-Mock-Scenario',
    scenarios: scenarios.map(({ name, shows, word = null, questions }) => ({
      name,
      shows,
      word,
      questions: [...questions],
    })),
    formats: [
      { name: 'JSON', curl: ask('/answer', { question }) },
      { name: 'events', curl: ask('/answer', { question }, "-H 'accept: text/event-stream'") },
      { name: 'AI SDK', curl: ask('/chat', { id: 'c1', messages: uiMessages }) },
      { name: 'chat completions', curl: ask('/v1/chat/completions', completion) },
      { name: 'chat completion chunks', curl: ask('/v1/chat/completions', { ...completion, stream: true }) },
      {
        name: 'MCP',
        curl: ask('/mcp', { jsonrpc: '2.0', id: 1, method: 'tools/call', params: call }, accept),
      },
    ],
    people: [
      { name: 'list', curl: `curl ${url}/mock/handoffs` },
      { name: 'read', curl: `curl ${url}/handoff/ID` },
      { name: 'take', curl: say({ type: 'taken', by: 'Luis' }) },
      { name: 'write', curl: say({ type: 'message', text: 'Hello, I look into it.', by: 'Luis' }) },
      { name: 'close', curl: say({ type: 'closed' }) },
    ],
  };
}
