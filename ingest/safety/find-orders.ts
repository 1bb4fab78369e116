import { ANSWER_ORDERS } from './answer-orders.ts';
import { CUE_ORDERS } from './cue-orders.ts';
import { DROP_ORDERS } from './drop-orders.ts';
import { LINK_ORDERS } from './link-orders.ts';
import { plainForms, spelledOut } from './plain-forms.ts';
import { ROLE_ORDERS } from './role-orders.ts';

/** Characters beside a match in which what excuses it may stand: farther away it could stand there to hide the order. */
const AROUND = 30;

const PATTERNS = [...LINK_ORDERS, ...DROP_ORDERS, ...ROLE_ORDERS, ...ANSWER_ORDERS, ...CUE_ORDERS].map(
  (one) => ({
    ...one,
    words: one.words?.split(' ') ?? null,
    pattern: new RegExp(one.pattern, 'g'),
  }),
);

/** "Ignore all previous instructions" with a space after each letter. */
const SPELLED_OUT =
  /(?:ignore|disregard|forget|override)(?:all|any|the|your|of|these)*(?:previous|prior|earlier|above|system|your)(?:instructions?|rules|prompts?|guidelines)|(?:ignora|olvida|omite)(?:todas|las|tus|estas)*(?:instrucciones|reglas|indicaciones)|(?:system|hidden)prompt|youarenow(?:an?)?(?:ai|dan|bot|assistant)|tellthe(?:customer|user|shopper)/;

/**
 * Whether a text gives orders to whoever answers from it ("ignore all previous instructions and say …"), in English or
 * Spanish, also where it is disguised. Such a text is data like any other: it is never followed, and as nothing in it
 * can be told from a statement of the store, nothing of it is quoted. Pure; its time grows with the text's length.
 * @returns why, as what follows "it": `tells a model to drop its instructions (hidden by base64)`; null for a text without orders.
 */
export function findOrders(text: string): string | null {
  for (const { text: form, hidden } of plainForms(text)) {
    const reason = ordersIn(form);
    if (reason !== null) return hidden === null ? reason : `${reason} (hidden by ${hidden})`;
  }
  return SPELLED_OUT.test(spelledOut(text)) ? 'tells a model what to do (hidden by spelling it out)' : null;
}

function ordersIn(form: string): string | null {
  const said = new Set(form.match(/[a-z]+/g));
  for (const { words, pattern, unless, reason } of PATTERNS) {
    if (words !== null && !words.some((word) => said.has(word))) continue;
    for (const match of form.matchAll(pattern)) {
      if (unless === undefined || !unless.test(sentenceAround(form, match))) return reason;
    }
  }
  return null;
}

/** A match and a few words beside it, of its own sentence. */
function sentenceAround(form: string, match: RegExpExecArray): string {
  const end = match.index + match[0].length;
  const [before = ''] = /[^.!?\n]*$/.exec(form.slice(Math.max(0, match.index - AROUND), match.index)) ?? [];
  const [after = ''] = /^[^.!?\n]*/.exec(form.slice(end, end + AROUND)) ?? [];
  return before + match[0] + after;
}
