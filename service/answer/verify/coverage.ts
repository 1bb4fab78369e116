import { analyze } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { WordSimilarity } from '../rank-units.ts';

/** Words that join and point without claiming anything, beyond the function words: folded. */
const GLUE = new Set(
  `store shop item items product products customer customers order orders purchase available offer offers include
includes including following also within according policy policies page information tienda articulo articulos producto
productos cliente clientes pedido pedidos compra disponible ofrece ofrecemos incluye segun politica pagina`.split(
    /\s+/,
  ),
);

/** Two words this alike may stand for each other. */
const SYNONYM = 0.6;

/** What a sentence says and how much of it its grounds say too. */
export interface Coverage {
  /** Share of the sentence's topic words that the grounds have, 0…1; 1 for a sentence without any. */
  share: number;
  /** Words that the grounds lack. */
  missing: string[];
  /** Names (capitals within the sentence) that the grounds lack: a name has no synonym. */
  missingNames: string[];
}

/** Measures how far the grounds cover a sentence's words, in their forms and near synonyms. Pure. */
export function measureCoverage(
  sentence: string,
  grounds: { text: string; locale: string }[],
  similarity: WordSimilarity,
): Coverage {
  const locale = grounds[0]?.locale ?? 'en';
  const tokens = grounds.flatMap((ground) => analyze(ground.text, ground.locale));
  const lexemes = new Set(tokens.map((token) => token.lexeme));
  const words = [...new Set(tokens.filter((token) => !token.stop).map((token) => token.word))];
  const folded = new Set(words.map(fold));
  const missing: string[] = [];
  const missingNames: string[] = [];
  let total = 0;
  for (const token of analyze(sentence, locale)) {
    // Numbers are claims of their own; a compound's whole repeats its parts.
    if (token.stop || /\d/.test(token.word) || /[^\p{L}\p{N}\p{M}]/u.test(token.word)) continue;
    if (GLUE.has(fold(token.word))) continue;
    total += 1;
    if (lexemes.has(token.lexeme) || folded.has(fold(token.word))) continue;
    const isName =
      token.start > 0 &&
      /^\p{Lu}/u.test(sentence.slice(token.start)) &&
      !/[.:!?•]\s*$/.test(sentence.slice(0, token.start));
    if (isName) missingNames.push(token.word);
    else if (words.some((word) => similarity(token.word, word) >= SYNONYM)) continue;
    missing.push(token.word);
  }
  return { share: total === 0 ? 1 : 1 - missing.length / total, missing, missingNames };
}
