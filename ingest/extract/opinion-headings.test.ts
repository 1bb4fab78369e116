import { describe, expect, it } from 'vitest';
import { makeTextBuilder } from '../files/text-builder.ts';
import { headsOpinions, markVoices } from './opinion-headings.ts';

describe('headsOpinions', () => {
  it.each([
    'Reviews',
    'Customer reviews',
    'Customer Reviews (12)',
    '128 reviews',
    '2 reviews for Merino Base Layer',
    'Ratings & Reviews',
    'Our customers’ reviews',
    'Verified customer reviews',
    'Testimonials',
    'What our customers say',
    'What people are saying about us',
    'Customer questions & answers',
    'Community Q&A',
    'Questions from customers',
    'Comments',
    '3 comments',
    'Opiniones',
    'Opiniones de clientes',
    'Opiniones de nuestros clientes',
    'Reseñas (4)',
    'Reseñas de clientes',
    'Valoraciones',
    'Testimonios',
    'Comentarios de clientes',
    'Lo que dicen nuestros clientes',
    'Qué opinan otros clientes',
    'Preguntas de clientes',
  ])('takes "%s" for one', (heading) => {
    expect(headsOpinions(heading)).toBe(true);
  });

  it.each([
    'Review policy',
    'Our policy on reviews',
    'Can I leave a review?',
    'How do I write a review?',
    'How reviews work',
    'Review your order',
    'Returns',
    'Questions & answers',
    'Frequently asked questions',
    'Customer service',
    'Customer care',
    'Product details',
    'Política de opiniones',
    '¿Cómo dejo una opinión?',
    'Preguntas frecuentes',
    'Preguntas y respuestas',
    'Atención al cliente',
    'Revisión de tu pedido',
  ])('does not take "%s" for one', (heading) => {
    expect(headsOpinions(heading)).toBe(false);
  });
});

it('gives the sections below such a heading to customers, in any kind of source', () => {
  const builder = makeTextBuilder('Tent');
  builder.line('A tent for two.');
  builder.heading(2, 'Customer reviews');
  builder.line('It leaked.');
  builder.heading(3, 'Great');
  builder.line('I love it.');
  builder.heading(2, 'Shipping');
  builder.line('Two days.');
  const { sections } = markVoices({
    url: 'https://shop.example/tent.md',
    title: 'Tent',
    kind: 'file',
    locale: 'en',
    ...builder.build(),
    product: null,
  });
  expect(sections.map(({ voice = 'store' }) => voice)).toEqual(['store', 'customer', 'customer', 'store']);
});
