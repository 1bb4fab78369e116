import { fold } from '../../ingest/analysis/stem.ts';

/** A reply that a mailbox or a machine sends by itself says so at its beginning (compare RFC 3834). */
const AUTOMATIC =
  /^(?:(?:re|fwd?|aw|rv)\s*:\s*)*(?:\[?(?:auto(?:matic)?[ -]?(?:reply|response|respond\w*)|autoreply|out of (?:the )?office|respuesta automatica|contestacion automatica|fuera de (?:la )?oficina)\]?\s*(?:$|[:.\-–—|(])|this is an? (?:automated|automatic|auto-generated)(?: (?:e-?mail|system|reply))? (?:message|reply|response|e-?mail|notification)|este es un (?:mensaje|correo|aviso) (?:automatico|generado automaticamente)|(?:thank you for (?:your|contacting)[^.!]*[.!] )?(?:i am|i'm|we are) (?:currently |now )?(?:out of (?:the )?office|on (?:annual |parental )?leave)|(?:actualmente )?(?:estoy|me encuentro|estamos) (?:actualmente )?fuera de (?:la )?oficina|(?:please )?do not reply to this|por favor,? no respondas? a este)/;

/** Shorter texts are said twice by chance, such as an option that was offered. */
const SHORTEST_ECHO = 24;

/** Whether a text was sent by a machine that answers by itself: an out-of-office note, an auto-reply. Pure. */
export function isAutomatic(text: string): boolean {
  return AUTOMATIC.test(fold(text).replaceAll('’', "'").replace(/\s+/g, ' ').trim());
}

/** Whether a text is what was said here before, come back by another channel. Pure. */
export function isEcho(text: string, said: readonly string[]): boolean {
  const wanted = plain(text);
  return wanted.length >= SHORTEST_ECHO && said.some((each) => plain(each) === wanted);
}

/** Without white space, marks of citations and quoting. */
function plain(text: string): string {
  return fold(text)
    .replace(/\[\d+\]|^>/gm, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
