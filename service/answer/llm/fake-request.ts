/** What the fake model understands of a prompt: the lines of JSON in the last user message. */
export interface FakeRequest {
  task: 'answer' | 'correct' | 'rewrite';
  question: string;
  /** `writer` is null for the store's own words. */
  passages: { number: number; title: string; text: string; writer: string | null }[];
  /** Sentences that a check has refused. */
  refused: { sentence: string; quotes: { passage: number; text: string }[] }[];
  /** Earlier questions of the conversation, oldest first. */
  asked: string[];
  /** What the model was told before it all. */
  system: string;
}

/** Reads a chat request's prompt as our prompts are built: one JSON object a line. */
// biome-ignore lint/suspicious/noExplicitAny: a request's JSON
export function readFakeRequest(body: any): FakeRequest {
  const messages: { role: string; content: unknown }[] = Array.isArray(body?.messages) ? body.messages : [];
  const user = messages.findLast(({ role }) => role === 'user');
  const lines = contentText(user?.content).split('\n').flatMap(parseLine);
  const refused = lines.filter((line) => typeof line.sentence === 'string');
  const asked = lines.filter((line) => typeof line.asked === 'string');
  return {
    task: refused.length > 0 ? 'correct' : asked.length > 0 ? 'rewrite' : 'answer',
    question: String(lines.find((line) => typeof line.question === 'string')?.question ?? ''),
    passages: lines
      .filter((line) => typeof line.passage === 'number')
      .map((line) => ({
        number: line.passage,
        title: String(line.title),
        text: String(line.text),
        writer: typeof line.writer === 'string' ? line.writer : null,
      })),
    refused: refused.map((line) => ({ sentence: line.sentence, quotes: line.quotes ?? [] })),
    asked: asked.map((line) => line.asked),
    system: contentText(messages.find(({ role }) => role === 'system')?.content),
  };
}

function contentText(content: unknown): string {
  if (typeof content === 'string') return content;
  return Array.isArray(content) ? content.map((block) => block?.text ?? '').join('\n') : '';
}

// biome-ignore lint/suspicious/noExplicitAny: a line's JSON
function parseLine(line: string): any[] {
  try {
    const value = JSON.parse(line);
    return typeof value === 'object' && value !== null ? [value] : [];
  } catch {
    return [];
  }
}
