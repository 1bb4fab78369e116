import { fold } from '../../../ingest/analysis/stem.ts';
import type { Evidence } from '../answerer.ts';

/** A heading that turns round, or takes out of a rule, what stands under it; English and Spanish, folded. */
const DENIES =
  /(?<!\p{L})(?:not|no|never|cannot|\p{L}+n['’]t|without|except(?:ions?|ed|ing)?|exclud\p{L}+|exclusions?|ineligible|non[- ]?\p{L}+able|prohibited|forbidden|nunca|ningun[oa]?|salvo|excepto|excepcion(?:es)?|excluy\p{L}+|excluid[oa]s?|exclusion(?:es)?|prohibid[oa]s?|sin)(?!\p{L})/u;
/** A question that stands above an answer says nothing of its own, but for "what can't I return?", which heads a list. */
const ASKS = /\?\s*$/;
const ASKS_FOR_LIST =
  /^[¿\s]*(?:what|which|que|cuales)(?!\p{L})(?! (?:if|happens|do i|should|to do|pasa|hago|hacer|ocurre))/u;
/** A whole sentence says what is to be done or what holds, wherever it stands. */
const STANDS_ALONE =
  /^(?:(?:for|in|para|en) [^,]+, )?(?:we|you|they|it|this|these|there|if|please|see|write|send|contact|call|ask|e-?mail|check|use|keep|go|visit|note|nosotros|si|consulta|escribe|escribenos|envia|envianos|llama|llamanos|contacta|puedes|podeis|pueden|debes|tienes)(?![\p{L}-])/u;
/** What comes after these is a part of the statement, not the whole of it. */
const PART = /[,;:(]|(?<!\p{L})(?:that|which|who|whose|if|unless|when|once|que|si|cuando)(?!\p{L})/u;
/** Longer headings are sentences of their own; in UTF-16 units. */
const LONGEST = 80;

/**
 * The heading that a sentence cannot be quoted without, for it says the opposite alone: "Opened pillows." under "What we
 * can't take back". Null where there is none, or where the sentence denies by itself. Pure.
 */
export function denyingHeading(
  text: string,
  { heading, shape, kind }: Pick<Evidence, 'heading' | 'shape' | 'kind'>,
): string | null {
  const above = heading.at(-1);
  if (above === undefined || shape !== 'prose' || kind === 'product' || above.length > LONGEST) return null;
  const folded = fold(above);
  if (!DENIES.test(folded) || (ASKS.test(above) && !ASKS_FOR_LIST.test(folded))) return null;
  const said = fold(text);
  const statement = said.split(PART, 1)[0] ?? '';
  return DENIES.test(statement) || STANDS_ALONE.test(said) ? null : above;
}

/** A line as it is said under its heading: `What we cannot accept – Opened bulbs.` Pure. */
export function sayUnder(heading: string, line: string): string {
  return `${heading.replace(/[\s:：]+$/u, '')} – ${line}`;
}
