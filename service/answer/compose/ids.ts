import { randomBytes } from 'node:crypto';

/** An unguessable id, 128 bits: `ans_…`, `cnv_…`. Who holds a conversation's id may read it. */
export function makeId(prefix: 'ans' | 'cnv' | 'hnd' | 'msg' | 'dlv'): string {
  return `${prefix}_${randomBytes(16).toString('base64url')}`;
}
