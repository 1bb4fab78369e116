import { describe, expect, it } from 'vitest';
import { findTurnedDay } from './open-days.ts';

const QUOTE = {
  text: 'We are open Monday to Saturday from 9:30 to 18:00 and closed on Sundays and bank holidays.',
};

describe('a day of the week', () => {
  it('is turned where a sentence opens on a day that the quote closes', () => {
    expect(findTurnedDay({ text: 'We are open on Sundays.' }, [QUOTE])).toBe('sunday');
    expect(findTurnedDay({ text: 'We are closed on Tuesdays.' }, [QUOTE])).toBe('tuesday');
    expect(
      findTurnedDay({ text: 'Los lunes abrimos.' }, [{ text: 'Abrimos todos los días salvo los lunes.' }]),
    ).toBe('monday');
  });

  it('is not turned where both agree, or where closing is a time', () => {
    expect(findTurnedDay({ text: 'We are closed on Sundays and open on Mondays.' }, [QUOTE])).toBeNull();
    expect(
      findTurnedDay({ text: 'Los viernes está abierto hasta las 20:00.' }, [
        { text: 'Los viernes la tienda abre a las 10:00 y cierra a las 20:00.' },
      ]),
    ).toBeNull();
  });
});
