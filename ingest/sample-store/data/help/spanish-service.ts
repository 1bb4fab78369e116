import { shop } from '../shop.ts';
import type { HelpPage } from '../types.ts';

export const garantia: HelpPage = {
  path: '/es/ayuda/garantia-reparaciones',
  locale: 'es',
  title: 'Garantía y reparaciones',
  description: 'Qué cubre la garantía y cuánto cuestan las reparaciones.',
  layout: 'article',
  updated: '2026-08-02',
  translation: '/help/warranty-repairs',
  intro: ['Casi todo lo que llega a nuestro taller vuelve a salir al monte.'],
  sections: [
    {
      id: 'cobertura',
      heading: 'Qué cubre y durante cuánto tiempo',
      blocks: [
        {
          table: {
            head: ['Marca', 'Garantía'],
            rows: [
              ['Tarn & Timber (marca propia)', 'Toda la vida útil del producto, para el primer dueño'],
              ['Northfell', '5 años'],
              ['Botas Oskari', '2 años'],
              ['Mochilas Brackenline', '10 años'],
              ['Frontales Lumo', '3 años'],
              ['Las demás marcas', '1 año'],
            ],
          },
        },
        'La garantía cubre los defectos de material y de fabricación, pero no el desgaste normal ni los accidentes.',
      ],
    },
    {
      id: 'precios',
      heading: 'Precios de las reparaciones',
      blocks: [
        {
          table: {
            head: ['Reparación', 'Precio', 'Plazo'],
            rows: [
              ['Cambio del cursor de la cremallera', '12 USD', '2–3 semanas'],
              ['Cremallera completa de chaqueta', '38 USD', '2–3 semanas'],
              ['Parche de hasta 7,5 cm', '9 USD', '2–3 semanas'],
              ['Lavado e impermeabilización', '15 USD', '1 semana'],
              ['Cambio de suela de botas', '95 USD', '6 semanas'],
              ['Tramo de varilla de tienda', '14 USD', '1 semana'],
            ],
          },
        },
        'En marzo, abril y mayo añade dos semanas a todos los plazos.',
      ],
    },
  ],
};

export const pagos: HelpPage = {
  path: '/es/ayuda/pagos-tarjetas-regalo',
  locale: 'es',
  title: 'Formas de pago y tarjetas regalo',
  description: 'Cómo puedes pagar y cómo funcionan las tarjetas regalo.',
  layout: 'definitions',
  updated: '2026-07-08',
  translation: '/help/payment-gift-cards',
  intro: ['Todos los importes se cobran en dólares estadounidenses.'],
  sections: [
    {
      id: 'formas',
      heading: 'Formas de pago',
      blocks: [
        {
          terms: [
            ['Tarjetas', 'Visa, Mastercard, American Express y Discover'],
            ['Monederos', 'PayPal, Apple Pay y Google Pay'],
            [
              'Pago aplazado',
              'Klarna, en 4 pagos sin intereses, para pedidos de 50 a 1.000 USD; solo con dirección en EE. UU.',
            ],
            ['No aceptamos', 'Cheques, giros, pago contra reembolso ni criptomonedas'],
          ],
        },
      ],
    },
    {
      id: 'regalo',
      heading: 'Tarjetas regalo',
      blocks: [
        {
          terms: [
            ['Importe', 'De 25 a 500 USD'],
            [
              'Entrega',
              'Las digitales llegan por correo electrónico en 1 hora; las impresas, en 4–6 días laborables',
            ],
            ['Caducidad', 'No caducan nunca y no tienen comisiones'],
          ],
        },
        'En un mismo pedido se pueden usar hasta 3 tarjetas regalo.',
      ],
    },
  ],
};

export const tallasBotas: HelpPage = {
  path: '/es/ayuda/guia-tallas-botas',
  locale: 'es',
  title: 'Guía de tallas: botas y zapatillas',
  description: 'Equivalencias entre tallas de EE. UU., europeas, británicas y centímetros.',
  layout: 'article',
  updated: '2026-03-19',
  translation: '/help/size-guide-boots',
  intro: [
    'Mídete el pie por la tarde, con los calcetines con los que caminas, desde el talón hasta el dedo más largo.',
  ],
  sections: [
    {
      id: 'tabla',
      heading: 'Tabla de equivalencias',
      blocks: [
        {
          table: {
            head: ['EE. UU. hombre', 'EE. UU. mujer', 'Europa', 'Reino Unido', 'Largo del pie (cm)'],
            rows: [
              ['—', '6', '36,5', '4', '23,0'],
              ['—', '7', '38', '5', '24,0'],
              ['7', '8', '39,5', '6', '25,0'],
              ['8', '9', '41', '7', '26,0'],
              ['9', '10', '42', '8', '27,0'],
              ['10', '11', '43', '9', '28,0'],
              ['11', '12', '44,5', '10', '29,0'],
              ['12', '—', '46', '11', '30,0'],
              ['13', '—', '47', '12', '31,0'],
            ],
          },
        },
      ],
    },
    {
      id: 'consejos',
      heading: 'Consejos',
      blocks: [
        'Deja alrededor de 1 cm entre el dedo más largo y la puntera. Para bajadas largas, pide media talla más.',
        'Las botas Oskari tallan estrechas; si tienes el pie ancho, busca las tallas «Wide».',
      ],
    },
  ],
};

export const contacto: HelpPage = {
  path: '/es/ayuda/contacto',
  locale: 'es',
  title: 'Contacto',
  description: 'Teléfono, correo, dirección y horarios.',
  layout: 'definitions',
  updated: '2026-09-01',
  translation: '/help/contact',
  intro: ['Te atendemos en español.'],
  sections: [
    {
      id: 'atencion',
      heading: 'Atención al cliente',
      blocks: [
        {
          terms: [
            ['Teléfono en español', shop.spanishPhone],
            ['Horario', 'De lunes a viernes, de 8:00 a 16:00 (hora del Pacífico)'],
            ['Correo electrónico', `${shop.email}; contestamos en 1 día laborable`],
          ],
        },
      ],
    },
    {
      id: 'tienda',
      heading: 'Nuestra tienda',
      blocks: [
        {
          terms: [
            ['Dirección', shop.address],
            ['Horario', 'De martes a domingo, de 10:00 a 19:00; lunes cerrado'],
            ['Aparcamiento', 'Gratuito, con 40 plazas'],
          ],
        },
      ],
    },
  ],
};
