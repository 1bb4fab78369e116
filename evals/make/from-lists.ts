import { type Draft, expectFacts } from './draft.ts';
import { type Page, topicOf } from './page.ts';

const LONGEST_ITEM = 60;
const FEWEST_ITEMS = 3;
/** Of a longer list an answer may well leave something out. */
const MOST_ALL = 4;
const MOST_ITEMS = 12;

/**
 * A question for each list of short items under a heading that says what they are: all of them are expected of a short list, any
 * of them of a long one. Pure.
 */
export function draftFromLists(page: Page): Draft[] {
  return page.sections.flatMap(({ heading, shape, lines }): Draft[] => {
    const [first = '', ...rest] = lines;
    const items = first.endsWith(':') ? rest : lines;
    const topic = topicOf(page, heading);
    if (topic === null || shape !== 'prose' || page.product !== null) return [];
    if (items.length < FEWEST_ITEMS || items.length > MOST_ITEMS || !items.every(isItem)) return [];
    const expect = expectFacts(page.url, items);
    const question = page.language === 'es' ? `¿${topic}?` : `${topic}?`;
    return [
      {
        kind: 'list',
        questions: [question.charAt(0).toUpperCase() + question.slice(1)],
        language: page.language,
        from: page.url,
        urls: [page.url],
        quote: items.join('; '),
        expect: items.length > MOST_ALL ? { ...expect, factsMode: 'any' } : expect,
      },
    ];
  });
}

function isItem(line: string): boolean {
  return (
    line.length >= 2 && line.length <= LONGEST_ITEM && !/[.!?:]$/u.test(line) && !/\d\s*[.)]\s/u.test(line)
  );
}
