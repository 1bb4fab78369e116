import { fold } from '../../../../ingest/analysis/stem.ts';
import { type AlignedSentence, holds } from './align-clauses.ts';
import { isHedged, isWider, saysHedged } from './cues.ts';

const PIECE = /,\s+|\s+(?=(?:and|y|but|or|if|unless|when|because|so|si|cuando|porque)\s)/u;

/**
 * Whether a clause promises more than its statement: "at any time" of "until 14 days before", "we open on Monday" of "we expect to open
 * on Monday". Pure.
 * @returns why, or null
 */
export function findOverreach({ statements, clauses }: AlignedSentence): string | null {
  for (const { clause, statement } of clauses) {
    const said = fold(clause.text);
    const near = statements.filter(
      (other) => other === statement || clause.items.some((item) => holds(other, item)),
    );
    if (
      isWider(
        said,
        near.map(({ text }) => fold(text)),
      )
    )
      return 'it says of all what the quote does not';
    const told = statement.text
      .split(PIECE)
      .filter((piece) => clause.items.some(({ word }) => fold(piece).includes(word)))
      .join(', ');
    if (isHedged(fold(told)) && !saysHedged(said)) return 'it promises what the quote leaves open';
  }
  return null;
}
