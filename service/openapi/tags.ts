/** The groups of the API, in the order in which a reader meets them. */
export const tags = [
  { name: 'Answers', description: 'Questions and what follows from them, as JSON and as events.' },
  { name: 'Other formats', description: 'The same answers for clients that speak another format.' },
  { name: 'Conversations', description: 'What was said, for who holds its id.' },
  { name: 'Handoff', description: 'To people, and back.' },
  { name: 'Stores', description: 'What can be asked of, and what quotes are slices of.' },
  { name: 'Operation', description: 'For who runs the service.' },
] as const;

const byPath: [pattern: RegExp, tag: (typeof tags)[number]['name']][] = [
  [/^\/(answer|feedback)(\/|$)/, 'Answers'],
  [/^\/(chat|v1|mcp)(\/|$)/, 'Other formats'],
  [/handoff|takeover/, 'Handoff'],
  [/^\/conversations(\/|$)/, 'Conversations'],
  [/^\/(stores|documents)(\/|$)/, 'Stores'],
];

/** The group of a route. Pure. */
export function tagOf(path: string): string {
  return byPath.find(([pattern]) => pattern.test(path))?.[1] ?? 'Operation';
}
