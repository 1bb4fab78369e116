const REJECTED = /^[ \t]*# rejected: (\S+)[ \t]*$/gmu;

/** The line that stays in a drafts file for a draft that was not wanted, so that it is not made again. */
export function rejectedLine(id: string): string {
  return `# rejected: ${id}`;
}

export function rejectedIds(text: string): string[] {
  return [...text.matchAll(REJECTED)].map(([, id]) => id ?? '');
}
