import type { RunProblem } from './report.ts';

/** Problems of one stage whose reasons say the same. */
export interface ProblemGroup {
  stage: string;
  reason: string;
  /** `detail` is what the reason says of this page alone, such as the page that it is a copy of; null where all reasons are one. */
  pages: { url: string; detail: string | null }[];
}

/** What differs between reasons that say the same: another address, a line of a file, words of the page. */
const PARTICULAR = /https?:\/\/[^\s,;"]*[^\s,;".:]|\bline \d+|"[^"]*"/g;

/** Puts problems together by stage and reason, in the order in which each group is met first. Pure. */
export function groupProblems(problems: readonly RunProblem[]): ProblemGroup[] {
  const told = problems.map(({ url, stage, reason }) => {
    // The address is listed below its reason.
    const own = `GET ${url}: `;
    return { url, stage, reason: reason.startsWith(own) ? reason.slice(own.length) : reason };
  });
  const groups = Map.groupBy(told, ({ stage, reason }) => `${stage}\n${reason.replace(PARTICULAR, '…')}`);
  return [...groups.values()].flatMap((group): ProblemGroup[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { stage, reason } = first;
    if (group.every((other) => other.reason === reason))
      return [{ stage, reason, pages: group.map(({ url }) => ({ url, detail: null })) }];
    return [
      {
        stage,
        reason: reason.replace(PARTICULAR, '…'),
        pages: group.map(({ url, reason: own }) => ({
          url,
          detail: own.match(PARTICULAR)?.join(', ') ?? null,
        })),
      },
    ];
  });
}
