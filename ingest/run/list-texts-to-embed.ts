import { listUnembeddedPassages } from '../../sql/list-unembedded-passages.ts';
import type { Queryable } from '../../sql/queryable.ts';
import { embedHashOf, embedTextOf } from '../embedding/embed-text.ts';
import { countTokens } from '../tokens.ts';

/** What is embedded of a passage, made anew from the stored passage. */
export interface TextToEmbed {
  hash: string;
  text: string;
  tokens: number;
}

/**
 * Yields the store's texts that have no vector of the model, each once, in pages of at most `pageSize`.
 * @throws Error when a text is not the one that its hash stands for: its vector would be another text's.
 */
export async function* listTextsToEmbed(
  db: Queryable,
  storeId: string,
  model: string,
  pageSize: number,
): AsyncGenerator<TextToEmbed[]> {
  let after = '';
  for (;;) {
    const passages = await listUnembeddedPassages(db, storeId, model, { after, limit: pageSize });
    const last = passages.at(-1);
    if (last === undefined) return;
    yield passages.map((passage) => {
      const text = embedTextOf(passage);
      if (embedHashOf(text) === passage.embedHash)
        return { hash: passage.embedHash, text, tokens: countTokens(text) };
      throw new Error(
        `Expected the text of a passage of ${passage.documentId} in store ${storeId} to have the hash ${passage.embedHash}, found ${embedHashOf(text)}. Run npm run ingest -- --refresh, which makes it anew.`,
      );
    });
    after = last.embedHash;
  }
}
