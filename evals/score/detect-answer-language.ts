import { detectLanguage } from '../../ingest/files/detect-language.ts';

/** Below this many letters, names and loan words decide more than the language does. */
const FEWEST_LETTERS = 40;

/** The ISO 639-1 language of an answer's text, or null where the detector is not sure or the text too short. */
export async function detectAnswerLanguage(text: string): Promise<string | null> {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters < FEWEST_LETTERS ? null : detectLanguage(text);
}
