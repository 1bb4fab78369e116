import type { z } from '@hono/zod-openapi';
import type { CallToolResult, ResourceLink, ToolAnnotations } from '@modelcontextprotocol/sdk/types.js';
import type { Context } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { describeIssues } from '../describe-issues.ts';
import { ProblemError } from '../problem.ts';
import { toolSchema } from './tool-schema.ts';

/** A tool, as a client lists and calls it. */
export interface Tool {
  definition: {
    name: string;
    title: string;
    description: string;
    inputSchema: { type: 'object' } & Record<string, unknown>;
    outputSchema: { type: 'object' } & Record<string, unknown>;
    annotations: ToolAnnotations;
  };
  /** @throws ProblemError for arguments that are wrong, and what the tool throws. */
  call: (args: unknown, c: Context<AppEnv>) => Promise<CallToolResult>;
}

/** What a tool gives back. */
export interface ToolOutput<T> {
  found: T;
  /** Where it stands. */
  links: ResourceLink[];
}

/** Makes a tool of its schemas. The result is told twice: structured, and as text for clients that know of nothing else. */
export function makeTool<I extends z.ZodType, O extends Record<string, unknown>>({
  name,
  title,
  description,
  annotations,
  input,
  output,
  run,
}: {
  name: string;
  title: string;
  description: string;
  annotations: ToolAnnotations;
  input: I;
  output: z.ZodType<O>;
  run: (args: z.output<I>, c: Context<AppEnv>) => Promise<ToolOutput<O>>;
}): Tool {
  return {
    definition: {
      name,
      title,
      description,
      inputSchema: toolSchema(input),
      outputSchema: toolSchema(output),
      annotations,
    },
    call: async (given, c) => {
      const args = given ?? {};
      const checked = input.safeParse(args);
      if (!checked.success) throw wrongArguments(name, checked.error.issues, args);
      const { found, links } = await run(checked.data, c);
      return {
        content: [{ type: 'text', text: JSON.stringify(found) }, ...links],
        structuredContent: found,
      };
    },
  };
}

function wrongArguments(tool: string, issues: z.core.$ZodIssue[], args: unknown): ProblemError {
  const errors = describeIssues(issues, args, 'arguments').map((error) =>
    error.got === 'an unknown field'
      ? { ...error, expected: `an argument that ${tool} has; tools/list names them` }
      : error,
  );
  const detail = errors.map(({ path, expected, got }) => `${path}: expected ${expected}, got ${got}`);
  return new ProblemError('invalid-request', { detail: `${detail.join('; ')}.`, errors });
}
