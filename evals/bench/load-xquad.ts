import { join } from 'node:path';
import { loadSquad, type SquadSet } from './load-squad.ts';

/**
 * XQuAD (Artetxe et al. 2020, "On the Cross-lingual Transferability of Monolingual Representations"): 240 paragraphs
 * and 1,190 questions in SQuAD's format, from `xquad.<language>.json` in a folder. Paragraphs are `xquad-0` and on.
 *
 * @throws DatasetError naming the file when it is missing or of another format.
 */
export function loadXquad(folder: string, language: 'en' | 'es'): Promise<SquadSet> {
  return loadSquad(join(folder, `xquad.${language}.json`), 'xquad');
}
