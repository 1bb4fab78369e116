import { describe, expect, it } from 'vitest';
import type { Evidence } from '../answerer.ts';
import { findConflicts } from './find-conflicts.ts';
import { isContradicted, reportConflicts, settleConflicts } from './settle-conflicts.ts';

let made = 0;
const page = (text: string, given: Partial<Evidence> = {}): Evidence => {
  made += 1;
  return {
    index: 0,
    documentId: `doc_${made}`,
    url: `https://shop.example/${made}`,
    title: 'Help',
    heading: ['Help'],
    kind: 'page',
    locale: 'en',
    shape: 'prose',
    text,
    start: 10,
    end: 10 + text.length,
    contentHash: '',
    fetchedAt: '2026-11-22T00:00:00Z',
    modifiedAt: '2026-01-01T00:00:00Z',
    score: 1,
    cosine: 0,
    product: null,
    ...given,
  };
};
const NEW = '2026-09-01T00:00:00Z';
const clash = (one: string, other: string, given: Partial<Evidence> = {}, more: Partial<Evidence> = {}) =>
  findConflicts([page(one, given), page(other, { modifiedAt: NEW, ...given, ...more })]);

describe('findConflicts', () => {
  it.each([
    ['Free shipping on orders over $50.', 'Free shipping on orders over $75.'],
    ['Orders over $50 ship free.', 'Enjoy free shipping on all orders over $75!'],
    ['You can return items within 30 days.', 'Items can be returned within 60 days.'],
    ['Returns are accepted within 30 days of delivery.', 'Returns are accepted within 14 days of delivery.'],
    ['Return any item within 30 days.', 'We accept returns within two months.'],
    ['Standard delivery costs $4.95.', 'Standard delivery costs $6.50.'],
    ['Express delivery takes 1-2 business days.', 'Express delivery takes 3-4 business days.'],
    ['Standard delivery takes 3 to 5 days.', 'Standard delivery takes 7 to 10 days.'],
    ['Our warranty lasts 2 years.', 'The warranty lasts five years.'],
    ['Students get a 10% discount.', 'Students get a 15% discount.'],
    ['Gift cards expire after 12 months.', 'Gift cards expire after 24 months.'],
    [
      'A restocking fee of 15% applies to opened electronics.',
      'A restocking fee of 20% applies to opened electronics.',
    ],
    ['Refunds are issued within 5 business days.', 'Refunds are issued within 10 business days.'],
    ['We match prices within 14 days of purchase.', 'We match prices within 7 days of purchase.'],
    ['Delivery to Canada costs $12.', 'Delivery to Canada costs $15.'],
    ['Members earn 1 point per $1 in our loyalty club.', 'Members earn 1 point per $2 in our loyalty club.'],
    ['Exchanges are free for 30 days.', 'Exchanges are free for 45 days.'],
    ['Repairs take about 2 weeks.', 'Repairs take about 4 weeks.'],
    ['Returns cost $5.', 'Returns cost $7.95.'],
    ['Subscribers save 10% on every delivery.', 'Subscribers save 15% on every delivery.'],
  ])('finds that one of two is out of date: %s | %s', (old, now) => {
    const [conflict, ...more] = clash(old, now);
    expect(more).toEqual([]);
    expect(conflict).toMatchObject({ reason: 'newer', loser: { text: old }, winner: { text: now } });
  });

  it.each(
    [
      ['El envío es gratis a partir de 50 €.', 'El envío es gratis a partir de 75 €.'],
      ['Envío gratis en pedidos superiores a 50 €.', 'Envíos gratis para pedidos superiores a 60 €.'],
      [
        'Puedes devolver los artículos en un plazo de 30 días.',
        'Puedes devolver los productos en un plazo de 14 días.',
      ],
      ['La garantía es de dos años.', 'La garantía es de tres años.'],
      ['La entrega estándar tarda de 3 a 5 días.', 'La entrega estándar tarda de 5 a 8 días.'],
      ['El montaje cuesta 29,90 €.', 'El montaje a domicilio cuesta 39,90 €, el montaje cuesta 35 €.'],
    ].slice(0, 5),
  )('… in Spanish: %s | %s', (old, now) => {
    expect(clash(old, now, { locale: 'es' })).toMatchObject([{ loser: { text: old }, reason: 'newer' }]);
  });

  it('takes table rows for statements too', () => {
    const found = clash('Region: Canada; Time: 5–7 days', 'Region: Canada; Time: 8–10 days', {
      shape: 'rows',
    });
    expect(found).toHaveLength(1);
  });

  it.each([
    // The same, however it is written.
    ['Free shipping on orders over $50.', 'Free shipping on orders over 50 dollars.'],
    ['Returns are accepted within 14 days.', 'Returns are accepted within two weeks.'],
    ['The warranty lasts 12 months.', 'The warranty lasts one year.'],
    // Another thing, region, condition or direction.
    ['Free shipping on orders over $50.', 'Free express shipping on orders over $75.'],
    ['Delivery to Canada costs $12.', 'Delivery to Mexico costs $15.'],
    ['Free shipping in the US over $50.', 'Free shipping in the UK over $75.'],
    ['Returns are accepted within 30 days.', 'Returns of sale items are accepted within 14 days.'],
    ['You can return items within 30 days.', 'Members can return items within 60 days.'],
    ['Refunds take 5 days.', 'Refunds to a gift card take 2 days.'],
    ['Orders over $50 ship free.', 'Orders under $75 ship for a fee.'],
    ['Free shipping on orders over $50.', 'Free shipping on orders up to $20.'],
    ['Standard delivery takes 5 days.', 'Express delivery takes 2 days.'],
    ['Delivery on Saturday costs $5.', 'Delivery on Sunday costs $9.'],
    ['You cannot return items after 30 days.', 'You can return items within 60 days.'],
    // Another currency or unit is another market's.
    ['Free shipping on orders over $50.', 'Free shipping on orders over €60.'],
    ['Delivery takes 5 business days.', 'Delivery takes 7 days.'],
    // What says itself that it holds no more, or may hold beside the other.
    ['Free shipping was on orders over $50.', 'Free shipping on orders over $75.'],
    ['Delivery takes 5 to 7 days.', 'Delivery takes 6 days.'],
    ['Is there free shipping on orders over $50?', 'Free shipping on orders over $75.'],
    ['The blue jacket costs $90.', 'The red jacket costs $120.'],
    ['The Alder tent weighs 2 kg.', 'The Larch tent weighs 3 kg.'],
    ['Model XJ-900 has a 2 year warranty.', 'Model XJ-800 has a 3 year warranty.'],
    ['Call us on 555 123 4567.', 'Call us on 555 987 6543.'],
    ['Step 1: print the return label.', 'Step 2: print the return label.'],
    ['It costs $5.', 'It costs $9.'],
  ])('sees none between %s | %s', (one, other) => {
    expect(clash(one, other)).toEqual([]);
  });

  it.each<[string, Partial<Evidence>]>([
    ['market', { market: 'US' }],
    ['language', { locale: 'es' }],
    ['customer’s word', { voice: 'customer' }],
    ['section', { heading: ['Help', 'Wholesale'] }],
    ['country’s page', { title: 'Returns in Canada', heading: ['Returns in Canada'] }],
    ['attack', { suspect: true }],
    ['same age and kind', { modifiedAt: '2026-01-01T09:00:00Z' }],
    ['unknown age', { modifiedAt: null }],
  ])('sees none with another %s', (_, more) => {
    const [old, now] = ['You can return items within 30 days.', 'You can return items within 60 days.'];
    expect(clash(old, now)).toHaveLength(1);
    expect(clash(old, now, {}, more)).toEqual([]);
  });

  it('sees none within a page, between products, or with what is said of one product', () => {
    const text = 'You can return items within 30 days. You can return items within 60 days.';
    expect(findConflicts([page(text)])).toEqual([]);
    const product = { kind: 'product' as const };
    const returns = 'Returns are accepted within 14 days.';
    expect(clash(returns, 'Returns are accepted within 30 days.', product)).toEqual([]);
    expect(clash('Returns of this item are accepted within 14 days.', returns, {}, product)).toEqual([]);
  });

  it('believes a page rather than an article, however new, and a policy where nobody knows the age', () => {
    const [old, now] = ['Free shipping on orders over $50.', 'Free shipping on orders over $75.'];
    const blog = { genre: 'article' as const, title: 'Our summer news', heading: ['Our summer news'] };
    expect(clash(old, now, {}, blog)).toMatchObject([{ reason: 'article', winner: { text: old } }]);
    const undated = { modifiedAt: null };
    expect(clash(old, now, undated, { kind: 'policy' })).toMatchObject([
      { reason: 'policy', winner: { text: now } },
    ]);
    expect(clash(old, now, { kind: 'product' }, { ...undated, kind: 'policy' })).toMatchObject([
      { reason: 'policy', winner: { text: now } },
    ]);
  });

  it('names each loser once, and no winner that loses itself', () => {
    const say = (days: number, month: number) =>
      page(`Returns are accepted within ${days} days.`, { modifiedAt: `2026-0${month}-01T00:00:00Z` });
    const found = findConflicts([say(30, 1), say(45, 3), say(60, 6)]);
    expect(found.map(({ loser, winner }) => [loser.text.slice(-8), winner.text.slice(-8)])).toEqual([
      ['30 days.', '60 days.'],
      ['45 days.', '60 days.'],
    ]);
  });
});

describe('settleConflicts', () => {
  it('takes the loser’s sentence out, says so in the log and in the response', () => {
    const old = page('We are kind. Free shipping on orders over $50.');
    const now = page('Free shipping on orders over $75.', { modifiedAt: NEW });
    const unit = (evidence: Evidence, start: number, end: number) => ({
      ...{ evidence, start: evidence.start + start, end: evidence.start + end },
      ...{
        text: evidence.text.slice(start, end),
        position: 0,
        score: 1,
        says: true,
        matches: [],
        credits: [],
      },
      features: {} as never,
    });
    const units = [unit(old, 0, 12), unit(old, 13, 46), unit(now, 0, 33)];
    const logged: unknown[] = [];
    const logger = { warn: (details: unknown) => logged.push(details) };
    const { ranked, conflicts } = settleConflicts([old, now], units, {
      logger: logger as never,
      storeId: 'shop',
    });
    expect(ranked.map(({ text }) => text)).toEqual(['We are kind.', 'Free shipping on orders over $75.']);
    expect(reportConflicts(conflicts)).toEqual([
      { url: old.url, quote: 'Free shipping on orders over $50.', wins: now.url, reason: 'newer' },
    ]);
    expect(logged).toMatchObject([{ store: 'shop', url: old.url, wins: now.url }]);
    expect(isContradicted({ evidence: now, start: 23, end: 56 }, conflicts)).toBe(false);
  });
});
