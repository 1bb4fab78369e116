const MARK = /\[(\d{1,4})\]/gu;

/**
 * An answer cut into texts and its marks: `{ text, unsupported }` and `{ mark }`. Pure.
 * @param unsupported sentences that their quotes do not carry: `{ text, reason }`
 */
export function answerPieces(answer, unsupported) {
  const pieces = [];
  let rest = 0;
  const faults = findSentences(answer, unsupported);
  const push = (from, to) => {
    for (let at = from; at < to; ) {
      const fault = faults.find(({ end }) => end > at);
      const inside = fault !== undefined && fault.start <= at;
      const end = Math.min(to, fault === undefined ? to : inside ? fault.end : fault.start);
      pieces.push({ text: answer.slice(at, end), unsupported: inside ? fault.reason : null });
      at = end;
    }
  };
  for (const match of answer.matchAll(MARK)) {
    push(rest, match.index);
    pieces.push({ mark: Number(match[1]) });
    rest = match.index + match[0].length;
  }
  push(rest, answer.length);
  return pieces;
}

/** Where sentences stand in an answer, in order; those that are not found as they are written are left out. */
function findSentences(answer, sentences) {
  let from = 0;
  const found = [];
  for (const { text, reason } of sentences) {
    const start = text === '' ? -1 : answer.indexOf(text, from);
    if (start === -1) continue;
    from = start + text.length;
    found.push({ start, end: from, reason });
  }
  return found;
}
