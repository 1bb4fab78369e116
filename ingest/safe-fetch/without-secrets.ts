const HIDDEN = '[redacted]';

/** `scheme://user:password@`, with a password that may itself hold a colon or a slash. */
const PASSWORD = /\b([a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@]{0,200}):[^\s@]{1,500}@/gi;
/** A user name alone is a token where it stands in a web address. */
const USER = /\b(https?:\/\/)[^\s/?#:@[\]]{1,500}@/gi;
/**
 * Parameters of a URL that carry secrets, such as `token`, `access_token`, `api_key`, `X-Amz-Signature`. A short value is
 * no secret: `?key=5` and `?code=ES` name pages.
 */
const PARAMETER =
  /([?&;#](?:[\w.-]{0,40}(?:token|secret|signature|passw(?:or)?d|api[-_]?key|credential|hmac)|(?:access|private|sas|auth|account|license)?[-_]?key|sig|auth|authorization|pwd|pass)=)(?!\[redacted\])[^&;#\s"'<>\])]{6,}/gi;

/**
 * A text fit for messages, reports and logs: passwords and tokens of the URLs in it are masked. What people type beside
 * URLs is left as it is.
 */
export function withoutSecrets(text: string): string {
  return text
    .replace(PASSWORD, `$1:${HIDDEN}@`)
    .replace(USER, `$1${HIDDEN}@`)
    .replace(PARAMETER, `$1${HIDDEN}`);
}
