import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listQuestionSets } from './question-set.ts';
import { spread } from './spread.ts';

it('takes the file that is named, as many questions as asked, and says which sets are absent', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'aisle-sets-'));
  try {
    const qas = [0, 1, 2, 3].map((at) => ({ id: `q${at}`, question: '¿Quién?', answers: [] }));
    const context =
      'La tienda abre de lunes a viernes, y los sábados por la mañana también se puede recoger un pedido.';
    const path = join(folder, 'mine.json');
    await writeFile(path, JSON.stringify({ data: [{ title: 'x', paragraphs: [{ context, qas }] }] }));
    const sets = { xquad: path, squad: join(folder, 'none.json'), clapnq: null, semipqa: null };
    const listed = await listQuestionSets({
      root: folder,
      dataFolder: join(folder, 'data'),
      sets,
      questions: 2,
    });
    expect(listed.map(({ name, absent }) => [name, absent])).toEqual([
      ['XQuAD', undefined],
      ['SQuAD', undefined],
      ['ClapNQ', `absent: ${join('data', 'clapnq')}`],
    ]);
    const loaded = await listed[0]?.load?.();
    expect(loaded).toMatchObject({ locale: 'es', questions: [{ id: 'q0' }, { id: 'q2' }] });
    // What a person has named is not passed over in silence.
    await expect(listed[1]?.load?.()).rejects.toThrow('none.json: expected a data set that can be read');
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('spread takes as many as there are, up to the count, in order', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.integer({ min: 1, max: 60 }), (size, count) => {
      const taken = spread(
        Array.from({ length: size }, (_, at) => at),
        count,
      );
      expect(taken.length).toBe(Math.min(size, count));
      expect(taken).toEqual([...new Set(taken)].sort((a, b) => a - b));
    }),
  );
});
