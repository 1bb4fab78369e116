import { matchesUrl } from '../metrics/matches-url.ts';
import type { AnswerCheck } from './judged-answer.ts';

/** Every expected URL glob is matched by a citation, or any one with `citationsMode: any`. */
export const checkCitations: AnswerCheck = ({ citations: globs, citationsMode }, { citations }) => {
  if (globs === undefined) return null;
  const urls = [...new Set(citations.map(({ url }) => url))];
  const missing = globs.filter((glob) => !urls.some((url) => matchesUrl(url, glob)));
  const cited = urls.length > 0 ? `cited ${urls.join(', ')}` : 'nothing cited';
  const passed = citationsMode === 'any' ? missing.length < globs.length : missing.length === 0;
  const lacks = passed || urls.length === 0 ? '' : `; no ${missing.join(', no ')}`;
  return {
    name: 'citations',
    passed,
    expected: globs.join(citationsMode === 'any' ? ' or ' : ', '),
    got: `${cited}${lacks}`,
  };
};
