import { fold } from '../../../ingest/analysis/stem.ts';
import { type GroundText, tokensOf } from './coverage.ts';

/** What the store may do for the shopper, or the shopper for the store: who does it is what a sentence tells. Folded. */
const VERBS =
  'call|phone|ring|email|e-mail|write|contact|notify|text|message|collect|pick|send|post|bring|deliver|provide|supply|print|assemble|install|fit|arrange|book|measure|label|pack|wrap|test|inspect|check';
const HELPERS =
  "(?:will|can|may|must|should|then|also|only|always|have to|has to|need to|needs to|would|could|do|to|just|simply|first|['’]ll)";
const ENGLISH = new RegExp(
  String.raw`\b(we|our (?:team|staff|courier|driver|technicians?)|you|the (?:customer|buyer)|customers)(?:\s|(?=['’]ll))(?:${HELPERS}\s|${HELPERS}\b\s?)*(${VERBS})s?\b`,
  'gu',
);
/** "Please call us", at the start of what is said. */
const IMPERATIVE = new RegExp(
  String.raw`(?:^|[.;:!?]\s+|,\s(?:please\s)?|\b(?:please|simply|just|then)\s)(${VERBS})\s(?:us|our|the|your|it|them|a|an|from|to|at)\b`,
  'gu',
);
const SPANISH_ROOT =
  'llam|escrib|contact|avis|notific|recog|envi|mand|tra|llev|imprim|mont|instal|entreg|prepar|embal|revis|comprueb|comprob|mid|med';
/** "Recogemos", "te llamaremos": the store. */
const SPANISH_WE = new RegExp(
  String.raw`(?<!\p{L})(${SPANISH_ROOT})(?:a|e|i|ia|are|ere|ire|iga|g)?mos(?!\p{L})`,
  'gu',
);
/** "Llámanos", "escríbenos", "tienes que enviar", "envías": the shopper. */
const SPANISH_YOU = new RegExp(
  String.raw`(?<!\p{L})(${SPANISH_ROOT})(?:a|e)(?:nos(?:l[aeo]s?)?|s)(?!\p{L})|\b(?:debes|tienes que|puedes|podras|deberas|tendras que)\s(${SPANISH_ROOT})(?:ar|er|ir)(?:nos)?(?:l[aeo]s?)?(?!\p{L})`,
  'gu',
);

/**
 * Whether a sentence has the store do what by its quotes the shopper does, or the reverse: "we call you" of "call us". Only what
 * quotes say of one side alone counts.
 * @returns the verb, or null. Pure.
 */
export function findTurnedAgent(sentence: GroundText, grounds: GroundText[]): string | null {
  const said = readAgents(sentence);
  if (said.size === 0) return null;
  const meant = grounds.map(readAgents);
  for (const [verb, agents] of said) {
    const theirs = new Set(meant.flatMap((one) => [...(one.get(verb) ?? [])]));
    if (theirs.size === 1 && agents.size === 1 && [...agents].every((agent) => !theirs.has(agent)))
      return verb;
  }
  return null;
}

/** Each verb, as its lexeme, with who does it. */
function readAgents(whole: GroundText): Map<string, Set<'store' | 'shopper'>> {
  const found = new Map<string, Set<'store' | 'shopper'>>();
  const text = fold(whole.text);
  const add = (match: RegExpMatchArray, verb: string, agent: 'store' | 'shopper'): void => {
    // Of a part of the text: the sentence's own words may be read as those of its quotes.
    const at = (match.index ?? 0) + match[0].lastIndexOf(verb);
    const word = /^\p{L}+/u.exec(text.slice(at))?.[0] ?? verb;
    const key = tokensOf(whole, word)[0]?.lexeme ?? word;
    found.set(key, (found.get(key) ?? new Set()).add(agent));
  };
  for (const match of text.matchAll(ENGLISH))
    add(match, match[2] ?? '', /^(?:we|our)/.test(match[1] ?? '') ? 'store' : 'shopper');
  for (const match of text.matchAll(IMPERATIVE)) add(match, match[1] ?? '', 'shopper');
  for (const match of text.matchAll(SPANISH_WE)) add(match, match[1] ?? '', 'store');
  for (const match of text.matchAll(SPANISH_YOU)) add(match, match[1] ?? match[2] ?? '', 'shopper');
  return found;
}
