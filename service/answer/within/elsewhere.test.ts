import { describe, expect, it } from 'vitest';
import { makeElsewhere, makeOthersWords } from './elsewhere.ts';
import { areRelated } from './places.ts';

const elsewhere = (
  question: string,
  text: string,
  { above = ['Our shops'], isRow = false, ofShops = true } = {},
) => makeElsewhere(question, ofShops)?.({ text, above, isRow });

describe('makeElsewhere', () => {
  it('is of another town what names it, or stands under it', () => {
    expect(elsewhere('Do you have a store in Chicago?', 'Our Atlanta store is at 210 Peach Street.')).toBe(
      true,
    );
    const above = ['Our shops', 'Atlanta', 'Opening hours'];
    expect(elsewhere('When does the Denver shop open?', 'Sunday: 11 to 4', { above })).toBe(true);
    expect(elsewhere('When does the Atlanta shop open?', 'Sunday: 11 to 4', { above })).toBe(false);
    expect(elsewhere('¿Tenéis tienda en Madrid?', 'Estamos en Ciudad de México.')).toBe(true);
  });

  it('is not where one place lies in the other, or both are one under two names', () => {
    expect(elsewhere('Any shops in Scotland?', 'Visit us in Edinburgh.')).toBe(false);
    expect(elsewhere('Is there a shop in Edinburgh?', 'Our one shop in Scotland is by the sea.')).toBe(false);
    expect(elsewhere('¿Tenéis tienda en Sevilla?', 'Our Seville shop is by the river.')).toBe(false);
    expect(areRelated('rome', 'madrid')).toBe(false);
  });

  it('lets stand what lists all there is', () => {
    expect(elsewhere('Do you have a store in Chicago?', 'Our shops are in Atlanta and Denver.')).toBe(false);
    expect(elsewhere('Do you have a store in Chicago?', 'Our only store is in Atlanta.')).toBe(false);
  });

  it('takes of rows whatever is asked, and of sentences only what is said of shops', () => {
    const row = 'Region: Canada; Price: $14';
    expect(elsewhere('How much is delivery to Mexico?', row, { isRow: true, ofShops: false })).toBe(true);
    const sentence = 'Parcels leave our warehouse in Ohio.';
    expect(elsewhere('When does my parcel to Mexico leave?', sentence, { ofShops: false })).toBe(false);
  });

  it('is null where no place is asked about', () => {
    expect(makeElsewhere('Do you ship worldwide?', false)).toBeNull();
    expect(makeElsewhere('When are you open?', true)).toBeNull();
  });
});

describe('makeOthersWords', () => {
  it('has the words of a place that a text only has in other names', () => {
    const words = makeOthersWords('a shop in New York');
    expect(words?.('Our shop in New Jersey')).toEqual(['new', 'york']);
    expect(words?.('Our shop in Brooklyn')).toEqual([]);
    expect(words?.('New lamps every week')).toEqual([]);
    expect(makeOthersWords('a shop in Boston')).toBeNull();
  });
});
