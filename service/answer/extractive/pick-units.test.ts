import { describe, expect, it } from 'vitest';
import type { Evidence } from '../answerer.ts';
import { fakeUnit } from '../fake-unit.fixture.ts';
import { fakeEvidence } from '../llm/fake-evidence.ts';
import type { RankedUnit } from '../rank/rank-units.ts';
import { pickUnits } from './pick-units.ts';

function piece(text: string, own: Partial<Evidence> = {}): Evidence {
  const [made] = fakeEvidence({ kind: 'policy', ...own, text });
  if (made === undefined) throw new Error('no evidence');
  return made;
}

const said = (ranked: RankedUnit[]) => pickUnits(ranked).map(({ unit }) => unit.text);

describe('pickUnits', () => {
  it('says the heading that turns a line round, once for the lines that follow each other', () => {
    const evidence = piece('Opened pillows.\nCut rugs.', { heading: ['Returns', "What we can't take back"] });
    const [pillows, rugs] = [
      fakeUnit(evidence, { text: 'Opened pillows.', score: 5 }),
      fakeUnit(evidence, { text: 'Cut rugs.', score: 4, position: 1 }),
    ];
    expect(said([pillows, rugs])).toEqual(["What we can't take back – Opened pillows.", 'Cut rugs.']);
    expect(said([rugs])).toEqual(["What we can't take back – Cut rugs."]);
    const [first] = pickUnits([rugs]);
    expect([first?.unit.start, first?.unit.end]).toEqual([rugs.start, rugs.end]);
  });

  it('says the heading that alone shows what is asked for, and none where a line shows it', () => {
    const evidence = piece('Choose it at checkout.\nIt costs nothing.', {
      heading: ['Delivery', 'Free pickup'],
    });
    const line = fakeUnit(evidence, { text: 'Choose it at checkout.', score: 5, shownAbove: true });
    const price = fakeUnit(evidence, { text: 'It costs nothing.', score: 4, position: 1 });
    expect(said([line])).toEqual(['Free pickup – Choose it at checkout.']);
    const shown = { ...price, features: { ...price.features, expected: 1 } };
    expect(said([line, shown])).toEqual(['Choose it at checkout.', 'It costs nothing.']);
  });

  it('prefers the sentence after the best one to one that is as near', () => {
    const evidence = piece('We keep it ten days. Write to us for a week more. Bring a photo. Park behind.');
    const [best, next, third, last] = [
      'We keep it ten days.',
      'Write to us for a week more.',
      'Bring a photo.',
      'Park behind.',
    ].map((text, position) =>
      fakeUnit(evidence, { text, position, start: position, score: position === 0 ? 5 : 3 + position / 10 }),
    ) as [RankedUnit, RankedUnit, RankedUnit, RankedUnit];
    expect(said([best, last, third, next])).toEqual([best.text, next.text, last.text]);
  });

  it('does not repeat the heading where an introduction announces the lines', () => {
    const evidence = piece('These stay yours:\nOpened pillows.', {
      heading: ["What we can't take back"],
    });
    const intro = fakeUnit(evidence, { text: 'These stay yours:', score: 5 });
    const item = fakeUnit(evidence, { text: 'Opened pillows.', score: 4, position: 1 });
    expect(said([intro, item])).toEqual(['These stay yours:', 'Opened pillows.']);
  });

  it('says nothing of a dated article beside a page that holds', () => {
    const page = fakeUnit(piece('Send it back within 45 days.'), { score: 5 });
    const post = fakeUnit(
      piece('Our return window is now 30 days.', { genre: 'article', documentId: 'post', index: 1 }),
      { score: 5 },
    );
    expect(said([page, post])).toEqual([page.text]);
    expect(said([post, { ...page, score: 1 }])).toEqual([post.text]);
  });

  it('says with a row for the place what holds for the very thing', () => {
    const row = fakeUnit(piece('Region: Northern Ireland; Price: £8.75', { shape: 'rows' }), {
      score: 10,
      matches: [1, 0, 0],
    });
    const liquids = fakeUnit(piece('Liquid fixer goes by road only.', { start: 500 }), {
      score: 9,
      matches: [0, 1, 1],
    });
    expect(said([row, liquids])).toEqual(['Region: Northern Ireland; Price: £8.75', liquids.text]);
  });

  it('leaves out the rule that stands beside the one whose condition is met', () => {
    const evidence = piece('You have 60 days. Bought in November: until January 31.');
    const met = fakeUnit(evidence, {
      text: 'Bought in November: until January 31.',
      score: 9,
      position: 1,
      met: 1,
    });
    const rule = fakeUnit(evidence, { text: 'You have 60 days.', score: 9 });
    expect(said([met, rule])).toEqual([met.text]);
    expect(said([{ ...met, met: 0 }, rule])).toEqual([rule.text, met.text]);
  });

  it('does not say what only announces or asks beside what answers', () => {
    const [a, b] = [
      fakeUnit(piece('Bent it?', { start: 0 }), { score: 9 }),
      fakeUnit(piece('We mend it.', { index: 1, start: 90 }), { score: 9 }),
    ];
    expect(said([a, b])).toEqual(['We mend it.']);
    expect(said([a])).toEqual(['Bent it?']);
  });

  it('leaves out, beside a row for Canada, what speaks of no Canada', () => {
    const row = fakeUnit(piece('Region: Canada; Time: 8–12 days', { shape: 'rows' }), {
      score: 10,
      matches: [1, 0],
    });
    const scan = fakeUnit(piece('The first scan takes up to 24 hours.', { index: 1, start: 500 }), {
      score: 9,
      matches: [0, 1],
    });
    const duties = fakeUnit(piece('Duties to Canada are paid.', { index: 2, start: 900 }), {
      score: 9,
      matches: [1, 0],
    });
    expect(said([row, scan, duties])).toEqual([row.text, duties.text]);
  });

  it('says whose hours they are, once for the lines that follow each other', () => {
    const evidence = piece('Monday to Friday: 9:00 to 18:00\nSunday: closed', {
      heading: ['Our shops', 'Denver'],
    });
    const ranked = [
      fakeUnit(evidence, { text: 'Monday to Friday: 9:00 to 18:00', score: 5 }),
      fakeUnit(evidence, { text: 'Sunday: closed', score: 4, position: 1 }),
    ];
    expect(said(ranked)).toEqual(['Denver – Monday to Friday: 9:00 to 18:00', 'Sunday: closed']);
    const row = fakeUnit(
      piece('Day: Sunday; Hours: 9:00–12:00', { shape: 'rows', heading: ['Our shops', 'Denver'] }),
    );
    expect(said([row])).toEqual(['Denver – Sunday – Hours: 9:00–12:00']);
  });

  it('lists the hours of each branch, with its name', () => {
    const ranked = ['Duluth', 'Madison', 'Ely', 'Cloquet'].map((branch, at) =>
      fakeUnit(
        piece(`Monday to Friday: ${at + 7}:00 to 18:00`, { index: at, heading: [branch], start: 100 * at }),
        { score: 9 - at, hours: true, matches: [1] },
      ),
    );
    const alarm = fakeUnit(piece('An alarm tells that the door is open.', { index: 9, start: 900 }), {
      score: 8,
      matches: [1],
    });
    expect(said([...ranked, alarm])).toEqual([
      'Duluth – Monday to Friday: 7:00 to 18:00',
      'Madison – Monday to Friday: 8:00 to 18:00',
      'Ely – Monday to Friday: 9:00 to 18:00',
      'Cloquet – Monday to Friday: 10:00 to 18:00',
    ]);
  });

  it('adds to the row of a branch what is said of all on the day that is asked for', () => {
    const row = fakeUnit(piece('Shop: Ely; Monday to Friday: 9:00–18:00', { shape: 'rows' }), {
      score: 9,
      hours: true,
      matches: [1, 1, 0],
    });
    const other = fakeUnit(piece('Shop: Bend; Monday to Friday: 9:00–17:00', { shape: 'rows' }), {
      score: 8,
      hours: true,
      matches: [1, 0, 0],
    });
    const all = fakeUnit(piece('All shops are closed on Sundays.', { index: 1, start: 500 }), {
      score: 6,
      hours: true,
      matches: [1, 0, 1],
    });
    expect(said([row, other, all])).toEqual([row.text, all.text]);
  });

  it('says nothing of another place beside what is said of the one asked about', () => {
    const evidence = piece('Seville opens at 9.\nMadrid opens at 10.');
    const seville = fakeUnit(evidence, { text: 'Seville opens at 9.', score: 5 });
    const madrid = fakeUnit(evidence, { text: 'Madrid opens at 10.', score: 5, position: 1 });
    expect(said([seville, { ...madrid, elsewhere: true }])).toEqual(['Seville opens at 9.']);
    expect(said([seville, madrid])).toHaveLength(2);
  });

  it('keeps a bare "Yes." only where the question does not ask for an amount or a time', () => {
    const evidence = piece('Yes. They arrive within a week.');
    const ranked = (expected: number) => [
      fakeUnit(evidence, {
        text: 'They arrive within a week.',
        score: 5,
        position: 1,
        features: { expected },
      }),
      fakeUnit(evidence, { text: 'Yes.', score: 4, features: { expected } }),
    ];
    expect(said(ranked(1))).toEqual(['They arrive within a week.']);
    expect(said(ranked(0.5))).toEqual(['Yes.', 'They arrive within a week.']);
  });
});
