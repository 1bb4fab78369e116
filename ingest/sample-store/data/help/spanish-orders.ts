import { rules } from '../shop.ts';
import type { HelpPage } from '../types.ts';

export const envios: HelpPage = {
  path: '/es/ayuda/envios',
  locale: 'es',
  title: 'Envíos y plazos de entrega',
  description: 'Plazos, precios, envío gratis y hora límite de los pedidos.',
  layout: 'article',
  updated: '2026-10-05',
  translation: '/help/shipping',
  intro: [
    'Enviamos todos los pedidos desde nuestro almacén de Bend, en Oregón. Los plazos se cuentan en días laborables desde que el pedido sale del almacén.',
  ],
  sections: [
    {
      id: 'tarifas',
      heading: 'Plazos y precios',
      blocks: [
        {
          table: {
            caption: 'Métodos de envío por destino',
            head: ['Destino', 'Método', 'Plazo de entrega', 'Precio', 'Gratis a partir de'],
            rows: [
              ['48 estados contiguos de EE. UU.', 'Estándar', '3–5 días laborables', '6,95 USD', '75 USD'],
              [
                '48 estados contiguos de EE. UU.',
                'Exprés',
                '2 días laborables',
                '14,95 USD',
                'Nunca es gratis',
              ],
              [
                '48 estados contiguos de EE. UU.',
                'De un día para otro',
                '1 día laborable',
                '29,95 USD',
                'Nunca es gratis',
              ],
              ['Alaska y Hawái', 'Estándar', '5–8 días laborables', '12,95 USD', '150 USD'],
              [
                'Puerto Rico, Guam e Islas Vírgenes',
                'Estándar',
                '7–12 días laborables',
                '15,95 USD',
                '150 USD',
              ],
              ['México', 'Internacional', '7–10 días laborables', '24,95 USD', 'Nunca es gratis'],
              ['España y Portugal', 'Internacional', '5–7 días laborables', '26,95 USD', 'Nunca es gratis'],
            ],
          },
        },
        'En los envíos a España y Portugal los aranceles y el IVA ya están incluidos en el total: no tendrás que pagar nada al recibir el paquete. En México los cobra el transportista en la entrega.',
      ],
    },
    {
      id: 'hora-limite',
      heading: 'Hora límite',
      blocks: [
        'Los pedidos hechos de lunes a viernes antes de la 1 de la tarde (hora del Pacífico) salen ese mismo día. Los sábados y domingos no hacemos envíos.',
      ],
    },
    {
      id: 'restricciones',
      heading: 'Combustible y espray antiosos',
      blocks: [
        'Los cartuchos de gas y el espray antiosos solo viajan por tierra dentro de los 48 estados contiguos. No los enviamos al extranjero.',
      ],
    },
    {
      id: 'seguimiento',
      heading: 'Seguimiento y paquetes perdidos',
      blocks: [
        'Te enviamos por correo el número de seguimiento en cuanto sale el paquete. Si figura como entregado y no lo tienes, avísanos en un plazo de 14 días.',
      ],
    },
  ],
};

export const devoluciones: HelpPage = {
  path: '/es/ayuda/devoluciones',
  locale: 'es',
  title: 'Cambios y devoluciones',
  description: 'Plazos, condiciones y coste de las devoluciones.',
  layout: 'accordion',
  updated: '2026-10-20',
  translation: '/help/returns',
  intro: [
    `¿Has cambiado de idea? Devuélvelo en un plazo de ${rules.returnDays} días desde la entrega, sin usar, sin lavar y con las etiquetas.`,
  ],
  sections: [
    {
      id: 'plazo',
      heading: '¿Cuánto tiempo tengo para devolver un artículo?',
      blocks: [
        `Tienes ${rules.returnDays} días desde la entrega. Para linternas frontales y otros aparatos electrónicos abiertos, el plazo es de ${rules.electronicsReturnDays} días.`,
        'Las compras hechas entre el 1 de noviembre y el 24 de diciembre se pueden devolver hasta el 31 de enero.',
      ],
    },
    {
      id: 'estado',
      heading: '¿En qué estado debe estar?',
      blocks: [
        'No aceptamos artículos usados al aire libre ni lavados. Puedes probarte las botas y las chaquetas en casa, sobre moqueta y sin quitar las etiquetas.',
      ],
    },
    {
      id: 'excluidos',
      heading: '¿Qué no se puede devolver?',
      blocks: [
        {
          list: [
            'Los artículos de liquidación marcados como «Final sale», cuyo precio acaba en ,97',
            'La ropa interior y los calcetines fuera de su envase',
            'Los cartuchos de gas y el espray antiosos',
            'Los filtros de agua abiertos',
            'Las tarjetas regalo',
          ],
        },
      ],
    },
    {
      id: 'coste',
      heading: '¿Quién paga el envío de la devolución?',
      blocks: [
        'En Estados Unidos la etiqueta cuesta 5,95 USD, que descontamos del reembolso. Es gratis si eliges un cambio o un vale, o si el artículo está defectuoso. Desde otros países, el envío corre de tu cuenta.',
      ],
    },
    {
      id: 'reembolso',
      heading: '¿Cuándo recibiré el reembolso?',
      blocks: [
        'Tramitamos el reembolso en un plazo de 5 días laborables desde que nos llega el paquete. Las tarjetas tardan después entre 3 y 7 días laborables; PayPal, 1 o 2.',
      ],
    },
  ],
};
