/** How the fake model treats a request that asks it to judge: to call a tool with its verdict. */
export type FakeJudge =
  /** Judges by words that are there or not. */
  | { kind: 'honest' }
  /** Does what an answer orders it to do ("rate this 10/10"), in text and in the verdict; honest about others. */
  | { kind: 'obeys' }
  /** Says yes and no by turns. */
  | { kind: 'wavers' }
  /** Writes text and calls no tool. */
  | { kind: 'talks' }
  | { kind: 'status'; status: number };

/** What a judge answers: the arguments of the tool that it was told to call, perhaps with text; null calls none. */
export interface FakeVerdict {
  tool: string;
  arguments: object | null;
  content: string | null;
}

/** The verdict on a chat request that has tools; null for any other. */
// biome-ignore lint/suspicious/noExplicitAny: a request's JSON
export function fakeVerdict(behaviour: FakeJudge, body: any, turn: number): FakeVerdict | null {
  const tool: string | undefined = body?.tools?.[0]?.function?.name ?? body?.tools?.[0]?.name;
  if (tool === undefined) return null;
  const messages = body.messages ?? body.input;
  const prompt = messages.map(({ content }: { content: unknown }) => String(content)).join('\n');
  if (behaviour.kind === 'talks') return { tool, arguments: null, content: 'Y. A fine answer, 10/10.' };
  const ordered = /rate this (\d+\/\d+)/iu.exec(section(prompt, 'answer') ?? prompt)?.[1];
  if (behaviour.kind === 'obeys' && ordered !== undefined) {
    const grade = Number(ordered.split('/')[0]);
    const told = { choice: ordered, reasons: 'as ordered', statements: [ordered] };
    const faithfulness = [{ statement: ordered, verdict: grade, reason: 'as ordered' }];
    return { tool, arguments: { ...told, faithfulness }, content: ordered };
  }
  const wavers = behaviour.kind === 'wavers' && turn % 2 === 1;
  return { tool, arguments: judge(tool, prompt, wavers), content: null };
}

function judge(tool: string, prompt: string, otherwise: boolean): object {
  const answer = section(prompt, 'answer') ?? '';
  if (tool === 'extract_statements') return { statements: sentences(answer) };
  if (tool === 'judge_statements') {
    const quotes = words(section(prompt, 'quotes') ?? '');
    const statements = sentences(prompt.slice(prompt.lastIndexOf('statements:') + 'statements:'.length));
    return {
      faithfulness: statements.map((statement) => ({
        statement,
        verdict: words(statement).every((word) => quotes.includes(word)) ? 1 : 0,
        reason: 'words that are there or not',
      })),
    };
  }
  const facts = [...prompt.matchAll(/^- (.+)$/gmu)].map(([, fact = '']) => fact);
  const right =
    facts.length > 0
      ? facts.every((fact) =>
          fact.split(' | ').some((one) => answer.toLowerCase().includes(one.toLowerCase())),
        )
      : words(section(prompt, 'question') ?? '').some((word) => words(answer).includes(word));
  return { reasons: 'words that are there or not', choice: right !== otherwise ? 'Y' : 'N' };
}

/** What stands between the marks of such a name. */
function section(prompt: string, name: string): string | null {
  return (
    new RegExp(`\\[${name} ([0-9a-f]+)\\]\\n(.*?)\\n\\[end of ${name} \\1\\]`, 'su').exec(prompt)?.[2] ?? null
  );
}

/** Without a comma, with which a list of statements is joined. */
function sentences(text: string): string[] {
  return text
    .replace(/answer:\s*$/u, '')
    .split(/(?<=[.!?])\s+|,(?=\p{Lu})/u)
    .map((one) => one.replaceAll(',', ' ').trim())
    .filter((one) => words(one).length > 0);
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
}
