import type { Evidence } from '../answerer.ts';

/** What stands under a heading of its own is a part of the policy. */
const UNDER_ANOTHER = 0.7;

/**
 * How likely a unit is the main rule of its page, 0…1: it stands under the page's own title, or early.
 * @param within UTF-16 offset of the unit in its passage
 * @param half UTF-16 units into the page at which a line under a heading of its own is half as likely to be it
 */
export function mainness(
  { title, heading, start }: Pick<Evidence, 'title' | 'heading' | 'start'>,
  within: number,
  half: number,
): number {
  const isUnderTitle = title.includes(heading.at(-1) ?? '');
  return isUnderTitle ? 1 : UNDER_ANOTHER / (1 + (start + within) / half);
}
