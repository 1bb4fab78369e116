import { isReviews } from './boilerplate-names.ts';
import { attribute, type DomElement, isElement, nameWords } from './dom.ts';
import { asNodes, asText, hasType, type LdNode, schemaName } from './json-ld.ts';

/** Types of schema.org whose text a customer wrote. */
const WRITTEN_TYPES = new Set(['Review', 'UserReview', 'UserComments', 'Comment', 'DiscussionForumPosting']);
const WRITTEN_PROPERTIES = new Set(['review', 'reviews', 'reviewBody', 'comment', 'commentText']);
/** Pairs of neighbouring words of a class or id, where shop systems and forums keep what customers ask and say. */
const PAIRS = new Set(
  `comment-list comments-list comments-area product-comments customer-comments user-comments customer-questions
  user-questions customer-qa community-qa customer-answers community-answers ask-btf forum-post forum-thread
  topic-post topic-body`.split(/\s+/),
);

/** Whether an element holds comments, or questions that customers put and answer, by its names. */
export function isComments(element: DomElement): boolean {
  const named = nameWords(element);
  return named.some(
    (word, at) => word === 'commentlist' || (at > 0 && PAIRS.has(`${named[at - 1]}-${word}`)),
  );
}

/** Whether what stands in an element was written by customers, by its names, its microdata or its RDFa. */
export function isWrittenByCustomers(element: DomElement): boolean {
  const { attribs } = element;
  if (isReviews(element) || isComments(element) || 'data-bv-show' in attribs) return true;
  const types = typesOf(element);
  if (types.some((type) => WRITTEN_TYPES.has(type))) return true;
  // A FAQPage's questions are the store's own.
  if (types.some((type) => type === 'Question' || type === 'Answer')) return isOnQuestionPage(element);
  return namesOf(`${attribs.itemprop ?? ''} ${attribs.property ?? ''}`).some((name) =>
    WRITTEN_PROPERTIES.has(name),
  );
}

function isOnQuestionPage({ parent }: DomElement): boolean {
  for (let outer = parent; outer != null; outer = outer.parent) {
    if (!isElement(outer)) continue;
    const types = typesOf(outer);
    if (types.includes('QAPage')) return true;
    if (types.includes('FAQPage')) return false;
  }
  return false;
}

const typesOf = (element: DomElement) =>
  namesOf(`${attribute(element, 'itemtype')} ${attribute(element, 'typeof')}`);

const namesOf = (text: string) => text.split(/\s+/).filter(Boolean).map(schemaName);

/**
 * Tells lines of a page that its JSON-LD gives as a review, a comment or a customer's question or answer: some shops mark
 * them nowhere else.
 */
export function makeCustomerLines(nodes: LdNode[]): (line: string) => boolean {
  const texts = nodes.flatMap((node): unknown[] => {
    if (hasType(node, 'Review', 'UserReview')) return [node.reviewBody, node.description];
    if (hasType(node, 'Comment', 'UserComments', 'DiscussionForumPosting'))
      return [node.text, node.commentText, node.articleBody];
    if (!hasType(node, 'QAPage')) return [];
    const questions = asNodes(node.mainEntity);
    const answers = questions.flatMap((one) => [
      ...asNodes(one.acceptedAnswer),
      ...asNodes(one.suggestedAnswer),
    ]);
    return [...questions, ...answers].map((one) => one.text);
  });
  const lines = new Set(
    texts.flatMap((text) => [asText(text), ...(typeof text === 'string' ? text.split('\n') : [])]).map(bare),
  );
  return (line) => {
    const key = bare(line);
    return key.length >= SHORTEST && lines.has(key);
  };
}

/** Letters and digits; anyone may say less in the same words. */
const SHORTEST = 15;

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
