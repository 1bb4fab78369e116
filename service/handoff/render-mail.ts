import type { HandoffView } from '../schemas/handoff.ts';

/** Longest line of a header's text, in UTF-16 code units. */
const LONGEST_SUBJECT = 120;

/**
 * A handoff as the text of an e-mail: headers, an empty line, then what the shopper wants and the conversation with its quotes
 * and links. Nothing is sent here. What a shopper wrote cannot add a header. Pure.
 */
export function renderMail({
  id,
  store,
  email,
  contact,
  reason,
  createdAt,
  messages,
  transcript,
}: Omit<HandoffView, 'text'>): string {
  const [first] = messages;
  const subject = oneLine(`[${store}] ${first?.text ?? 'A shopper wants a person'}`);
  const headers = [
    ...(email === null ? [] : [`To: ${oneLine(email)}`]),
    ...(contact !== null && isMail(contact) ? [`Reply-To: ${contact}`] : []),
    `Subject: ${subject.length > LONGEST_SUBJECT ? `${subject.slice(0, LONGEST_SUBJECT - 1)}…` : subject}`.toWellFormed(),
    `Date: ${new Date(createdAt).toUTCString().replace('GMT', '+0000')}`,
  ];
  const body = [
    `Contact: ${contact === null ? 'none; the shopper waits in the conversation' : oneLine(contact)}`,
    `Reason: ${reason}`,
    `Handoff: ${id}`,
    '',
    ...messages.flatMap(({ from, at, text }) => [
      `${from === 'shopper' ? 'Shopper' : 'Person'} (${at}):`,
      indent(text),
    ]),
    ...(transcript.length === 0 ? [] : ['', '--- Conversation ---']),
    ...transcript.flatMap(renderTurn),
  ];
  return `${headers.join('\n')}\n\n${body.join('\n')}\n`;
}

function renderTurn({
  question,
  answer,
  citations,
  products,
  askedAt,
}: HandoffView['transcript'][number]): string[] {
  return [
    '',
    `Shopper (${askedAt}):`,
    indent(question),
    'Assistant:',
    indent(answer),
    ...citations.flatMap(({ id, title, quote, link }) => [
      `  [${id}] ${oneLine(title)}: "${oneLine(quote)}"`,
      `      ${link}`,
    ]),
    ...products.map(({ name, sku, url }) => `  Product: ${oneLine(name)} (${oneLine(sku)}) ${url}`),
  ];
}

/** Without line ends and other control characters. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function indent(text: string): string {
  return text
    .split(/\r\n?|\n|\u2028|\u2029/)
    .map((line) => `  ${line}`)
    .join('\n');
}

function isMail(contact: string): boolean {
  return /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$/.test(contact);
}
