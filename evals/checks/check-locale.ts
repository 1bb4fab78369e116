import { languageMatch } from '../metrics/language-match.ts';
import type { AnswerCheck } from './judged-answer.ts';

/** The answer says that it is in the expected language, and its text does not belie that. */
export const checkLocale: AnswerCheck = ({ locale }, { response, detectedLanguage }) => {
  if (locale === undefined) return null;
  const read = detectedLanguage === null ? '' : `, its text reads as ${detectedLanguage}`;
  return {
    name: 'locale',
    passed: languageMatch(locale, response.locale, detectedLanguage).value === 1,
    expected: locale,
    got: `${response.locale}${read}`,
  };
};
