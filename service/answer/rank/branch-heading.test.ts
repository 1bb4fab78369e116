import { expect, it } from 'vitest';
import { branchHeading } from './branch-heading.ts';

const under = (heading: string[], text: string, kind: 'page' | 'product' = 'page') =>
  branchHeading(text, { title: 'Our shops', heading, kind });

it.each([
  [['Our shops', 'Denver'], 'Sunday: 11 a.m. to 4 p.m.', 'Denver'],
  [['Our shops', 'Denver', 'Opening hours'], 'Monday to Friday: 9:00–18:00', 'Denver'],
  [['Our shops', 'Denver'], 'Sunday: closed', 'Denver'],
  [['Nuestras tiendas', 'Sevilla', 'Horario'], 'De lunes a viernes de 9:30 a 18:30.', 'Sevilla'],
  [['Our shops', 'The Old Mill'], 'Weekdays 10am to 6pm', 'The Old Mill'],
])('says under %j of "%s" whose hours they are', (heading, text, branch) =>
  expect(under(heading, text)).toBe(branch),
);

it.each([
  [['Our shops', 'Opening hours'], 'Monday to Friday: 9:00–18:00'],
  [['Our shops'], 'Monday to Friday: 9:00–18:00'],
  [['Our shops', 'Denver'], 'Denver is open on Sundays from 11:00.'],
  [['Our shops', 'When are you open?'], 'Monday to Friday: 9:00–18:00'],
  [['Our shops', 'Denver'], 'We moved here in 2019.'],
  [['Our shops', 'Denver'], 'The box weighs 9 kg.'],
])('leaves under %j "%s" as it is', (heading, text) => expect(under(heading, text)).toBeNull());

it('says nothing over a product’s lines', () => {
  expect(under(['Lamp', 'Denver'], 'Open daily from 9:00', 'product')).toBeNull();
});
