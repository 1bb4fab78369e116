import { describe, expect, it } from 'vitest';
import { askedMeasure, showsMeasure } from './asked-measure.ts';

describe('askedMeasure', () => {
  it.each([
    ['cuantos meses dan con bbva', 'Plazo: 12 MSI; Bancos: BBVA', 'Bancos: BBVA'],
    ['how many watts does it need', 'It draws 45 W.', 'It takes three cells.'],
    ['How many days do I have?', 'Within two weeks.', 'Within reason, 2 items.'],
    ['¿Cuántos litros de agua gasta?', 'Consumo: 42 litros', 'Capacidad: 8 kg'],
    ['How many years of warranty does it have?', 'Wiring; Years: 5', 'Wiring; Parts: 5'],
    ['how many pounds can it carry', 'Maximum load: 23 kg', 'Price: $23'],
    ['how heavy is it', 'Weight: 2.4 kg', 'A lock of 18 mm.'],
    ['cuánto pesa el candado', 'Peso: 900 g', 'Arco de 18 mm'],
    ['whats the max load of the rack', 'It takes up to 25 kg', 'With a rack and 2 lights'],
    ['¿A cuántos grados se lava?', 'Se lava a 30 °C.', 'Se lava en 30 minutos.'],
    ['How many hours does the battery last?', 'Battery: 12 h', 'Battery: 4,000 mAh'],
  ])('of %s is in “%s”, not in “%s”', (question, right, wrong) => {
    const measure = askedMeasure(question) ?? [];
    expect(showsMeasure(right, measure)).toBe(true);
    expect(showsMeasure(wrong, measure)).toBe(false);
  });

  it.each(['How many people does it sleep?', 'How much is it?', '¿Cuántas tiendas tenéis?', 'watts?'])(
    'is none in: %s',
    (question) => expect(askedMeasure(question)).toBeNull(),
  );
});
