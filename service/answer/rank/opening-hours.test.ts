import { describe, expect, it } from 'vitest';
import { isHoursLine, isOtherHours } from './opening-hours.ts';

describe('a line of opening hours', () => {
  it.each([
    'Tienda: Zaragoza; De lunes a viernes: 10:00–20:30; Sábados: 10:00–14:00',
    'Day: Monday; Open: Closed',
    'Tuesday to Sunday 10 a.m. to 7 p.m.',
    'On bank holidays all shops open from 10 to 4.',
    'Abrimos de 9 a 14 h todos los días.',
  ])('is: %s', (text) => {
    expect(isHoursLine(text)).toBe(true);
  });

  it.each([
    'Seis cajones y alarma de puerta abierta.',
    'Meses: 3 meses; Comisión de apertura: Sin comisión',
    'Lo que compras antes de las 16:00 sale ese mismo día, de lunes a viernes.',
    'The courier texts you a two-hour window on the morning itself.',
    'It arrives in 2 to 5 days.',
  ])('is not: %s', (text) => {
    expect(isHoursLine(text)).toBe(false);
  });

  it('may be of a phone, which is meant only where it is asked for', () => {
    const line = 'Phone hours: Monday to Friday 6 a.m. to 6 p.m.';
    expect(isOtherHours(line, 'What are your opening hours?')).toBe(true);
    expect(isOtherHours(line, 'When can I call you?')).toBe(false);
  });
});
