/** What a sentence begins with that holds in one case alone: "Outside the United States …", "If it is faulty, …". */
const FRAME =
  /^(?:(?:only )?(?:outside|for|with|without|if|when|unless)|(?:s[oó]lo )?(?:fuera de|para|con|sin|si|cuando|a menos que))\s/iu;
/** A frame without a comma is as many words at most. */
const FRAME_WORDS = 4;
/** "Holiday extension: anything bought …" */
const LABEL = /^\p{Lu}[\p{L}\p{M} '’-]{2,39}:(?=\s)/u;
/** "Not accepted: checks" is no case, but the answer. */
const DENIES = /^(?:not|no|never|nunca)(?!\p{L})|n['’]t(?!\p{L})/iu;
const COMMA = /^[^,;:.()]{3,90},/u;

/** @returns the label of a line that denies what it lists, with its colon: "Not accepted:"; null for any other. Pure. */
export function denyingLabel(text: string): string | null {
  const [label] = LABEL.exec(text) ?? [];
  return label !== undefined && DENIES.test(label) ? label : null;
}

/** @returns how a sentence begins that limits itself to a case ("Outside the United States"), null where it does not. Pure. */
export function caseOf(text: string): string | null {
  const [label] = LABEL.exec(text) ?? [];
  if (label !== undefined) return DENIES.test(label) ? null : label.slice(0, -1);
  if (!FRAME.test(text)) return null;
  const [frame] = COMMA.exec(text) ?? [];
  return frame?.slice(0, -1) ?? text.split(/\s+/, FRAME_WORDS).join(' ');
}
