import { describe, expect, it } from 'vitest';
import { openServer } from './open-server.ts';

describe('openServer', () => {
  it('names the host but not the password when nothing answers', async () => {
    const opening = openServer('postgresql://user:s3cret@127.0.0.1:1/shop');
    await expect(opening).rejects.toThrow(
      /127\.0\.0\.1:1\/shop cannot be reached \(ECONNREFUSED\).*Check that it runs/,
    );
    await expect(opening).rejects.not.toThrow(/s3cret/);
  });

  it('tells a URL of another kind from a PostgreSQL one', async () => {
    await expect(openServer('mysql://127.0.0.1/shop')).rejects.toThrow(/Expected postgresql:/);
  });
});
