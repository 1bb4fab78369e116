/**
 * A hash of 32 bits: FNV-1a over UTF-16 code units, then the finaliser of MurmurHash3, without which texts that differ in
 * their last character only would lie side by side (Fowler, Noll & Vo; Appleby). Not for secrets.
 */
export function hashText(text: string, basis = 0x81_1c_9d_c5): number {
  let hash = basis;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
