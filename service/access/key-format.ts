import { createHash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Letters and digits alone, so that a double click selects a key whole. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 24 of 62 letters are 142 bits. */
const SECRET_LENGTH = 24;
/** 6 of 62 letters hold any 32 bits. */
const CHECK_LENGTH = 6;
const KEY = /^(pk|sk)_([0-9A-Za-z]{24})([0-9A-Za-z]{6})$/;

export type KeyKind = 'publishable' | 'secret';

const PREFIX = { publishable: 'pk', secret: 'sk' } as const;

/**
 * A new key: `pk_` or `sk_`, 142 random bits, and the CRC-32 of both, so that a key which was mistyped or cut is told apart
 * from one that nobody has made. (The form is that of GitHub's tokens.)
 */
export function makeKey(kind: KeyKind): string {
  const secret = Array.from({ length: SECRET_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  const body = `${PREFIX[kind]}_${secret}`;
  return body + checkOf(body);
}

/** The kind of a key that is whole, or null when it cannot be one. Pure. */
export function readKeyKind(key: string): KeyKind | null {
  const [, prefix, secret, check] = KEY.exec(key) ?? [];
  if (check === undefined || checkOf(`${prefix}_${secret}`) !== check) return null;
  return prefix === 'pk' ? 'publishable' : 'secret';
}

/** What of a key is kept. It has far too many bits to be guessed, so a fast hash without salt is enough. */
export function hashKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

function checkOf(body: string): string {
  let rest = crc32(body);
  let check = '';
  for (let at = 0; at < CHECK_LENGTH; at += 1) {
    check = ALPHABET.charAt(rest % ALPHABET.length) + check;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return check;
}
