import { describe, expect, it } from 'vitest';
import type { HandoffConfig } from '../../ingest/config/config-format.ts';
import { readHandoffSettings } from './handoff-settings.ts';
import { offerPerson } from './offer-person.ts';

const offer = (handoff: HandoffConfig, locale = 'en', now = '2026-11-22T10:00:00Z') =>
  offerPerson(
    readHandoffSettings([{ id: 'shop', handoff, timezone: 'Europe/Madrid', locales: ['en', 'es'] }])('shop'),
    locale,
    'not-found',
    new Date(now),
  );
const hours = ['Mon-Fri 9:00-18:00', '2026-11-23 closed'];

describe('the offer of a person', () => {
  it('says nothing of hours that are not known', () => {
    expect(offer({})).toEqual({
      reason: 'not-found',
      message:
        'I can pass this on to a person at the store. Leave your contact and they will get back to you.',
    });
    expect(offer({ hours: 'Mornings, mostly', email: 'help@shop.example' })).toMatchObject({
      hours: 'Mornings, mostly',
      email: 'help@shop.example',
    });
    expect(offer({ hours: 'Mornings, mostly' })).not.toHaveProperty('available');
  });

  it('tells whether somebody is there, and when again, in the time of the store', () => {
    expect(offer({ hours }, 'en', '2026-11-24T08:00:00Z')).toMatchObject({
      available: true,
      opensAt: null,
      message: 'I can pass this on to a person at the store. Somebody is there now.',
    });
    const closed = offer({ hours });
    expect(closed).toMatchObject({ available: false, opensAt: '2026-11-24T08:00:00.000Z' });
    expect(closed.message).toMatch(/leave your contact.* on Tuesday(,| at) 9:00\sAM GMT\+1\.$/);
    expect(offer({ hours }, 'es-MX').message).toMatch(/deja tu contacto.* el martes, 9:00 (CET|GMT\+1)\.$/);
    expect(offer({ hours: ['Mon closed'] })).toMatchObject({ available: false, opensAt: null });
  });

  it('is worded as the store wants it, in the language that it is for', () => {
    expect(offer({ message: 'We are happy to help.' }).message).toBe('We are happy to help.');
    expect(offer({ message: 'We are happy to help.' }, 'es').message).toContain('Puedo pasar tu consulta');
    const message = { en: 'Happy to help.', 'es-ES': 'Con gusto.' };
    expect(offer({ message, hours }, 'es-MX').message).toMatch(/^Con gusto\. Ahora no hay nadie/);
  });
});
