import { answerBlock, conversation } from './answer-view.js';
import { element } from './element.js';
import { judgementList } from './judge-view.js';
import { citationList, passageList, productList } from './source-view.js';
import { timeBlock } from './time-view.js';
import { checksTable, repeatsTable, scoresTable } from './verdict-view.js';

/** Everything about one case, section by section. */
export function caseView(row, detail, metrics) {
  if (detail === null) {
    return [
      element(
        'p.note',
        {},
        'This page has no room for all of every case. The whole record of this one is the line with its id in cases.jsonl, beside this file.',
      ),
      section('Question', element('p.plain', {}, row.question)),
      section('Answer', element('p.plain', {}, row.answer)),
      row.failed.length > 0 && section('Checks that failed', element('p.plain', {}, row.failed.join(', '))),
    ];
  }
  return [
    section('Conversation', conversation(detail)),
    section(detail.before ? 'Answer, now and in the baseline' : 'Answer', answerBlock(row, detail)),
    section('Checks', checksTable(detail)),
    detail.repeats && section('Asked again', repeatsTable(detail.repeats)),
    detail.citations.length > 0 &&
      section(`Citations in their source (${detail.citations.length})`, citationList(detail.citations)),
    detail.products.length > 0 &&
      section(`Products shown (${detail.products.length})`, productList(detail.products)),
    section(
      detail.retrieved === null ? 'Retrieved passages' : `Retrieved passages (${detail.retrieved.length})`,
      detail.retrieved === null
        ? element('p.note', {}, 'This target does not show what it looked at.')
        : passageList(detail.retrieved),
    ),
    section('Scores', scoresTable(detail, metrics)),
    detail.judgements?.length > 0 && section('What judges say', judgementList(detail.judgements)),
    section('Time and tokens', timeBlock(row, detail)),
  ];
}

function section(title, ...content) {
  return element('section.part', {}, element('h3', {}, title), ...content);
}
