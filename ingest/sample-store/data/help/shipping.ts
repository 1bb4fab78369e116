import { rules, shop } from '../shop.ts';
import type { HelpPage } from '../types.ts';

export const shipping: HelpPage = {
  path: '/help/shipping',
  locale: 'en',
  title: 'Shipping & Delivery',
  description: 'Delivery times, prices, free shipping and cut-off times for orders within the United States.',
  layout: 'article',
  updated: '2026-10-05',
  translation: '/es/ayuda/envios',
  intro: [
    'We ship every order from our warehouse in Bend, Oregon. Times below are counted in business days from the day your order leaves the warehouse, not from the day you order.',
  ],
  sections: [
    {
      id: 'rates',
      heading: 'Delivery times and prices in the US',
      blocks: [
        {
          table: {
            caption: 'US shipping methods by region',
            head: ['Region', 'Method', 'Delivery time', 'Price', 'Free on orders over'],
            rows: [
              [
                'Contiguous 48 states',
                'Standard',
                rules.standardTime,
                rules.standardShipping,
                rules.freeShippingOver,
              ],
              ['Contiguous 48 states', 'Expedited', '2 business days', '$14.95', 'Never free'],
              ['Contiguous 48 states', 'Overnight', '1 business day', '$29.95', 'Never free'],
              ['Alaska and Hawaii', 'Standard', '5–8 business days', '$12.95', '$150'],
              ['Alaska and Hawaii', 'Expedited', '3–4 business days', '$24.95', 'Never free'],
              ['Puerto Rico, Guam and US Virgin Islands', 'Standard', '7–12 business days', '$15.95', '$150'],
              [
                'APO, FPO and DPO addresses',
                'Standard',
                '10–20 business days',
                rules.standardShipping,
                rules.freeShippingOver,
              ],
            ],
          },
        },
        `Standard shipping is free on orders over ${rules.freeShippingOver} to the contiguous 48 states. The total counts after discounts and before tax; gift cards do not count towards it.`,
        'Ridge and Summit members of [Switchback Rewards](/help/rewards) have lower free shipping thresholds.',
      ],
    },
    {
      id: 'cutoff',
      heading: 'Order cut-off',
      blocks: [
        `In-stock orders placed before ${rules.shipsBy}, Monday to Friday, leave the same day. Orders placed later, on weekends or on federal holidays leave on the next business day.`,
        'We do not ship or deliver on Saturdays and Sundays.',
      ],
    },
    {
      id: 'holiday-deadlines',
      heading: 'Holiday order deadlines 2026',
      blocks: [
        'To have your parcel by December 24 in the contiguous 48 states, order by:',
        {
          table: {
            head: ['Method', 'Order by'],
            rows: [
              ['Standard', `December 16, ${rules.shipsBy}`],
              ['Expedited', `December 21, ${rules.shipsBy}`],
              ['Overnight', `December 22, ${rules.shipsBy}`],
            ],
          },
        },
      ],
    },
    {
      id: 'restricted',
      heading: 'Fuel, bear spray and large items',
      blocks: [
        {
          list: [
            '**Fuel canisters and bear spray** travel by ground only, within the contiguous 48 states. We cannot send them to Alaska, Hawaii, APO addresses or abroad.',
            '**Tents for six people or more** carry an oversize surcharge of $19 per item, also on orders that ship free.',
            '**PO boxes** can receive Standard shipping only.',
          ],
        },
      ],
    },
    {
      id: 'pickup',
      heading: 'Free pickup in Bend',
      blocks: [
        `Choose “Pick up in Bend” at checkout. Orders for pickup are ready within 2 hours during opening hours and are kept for 7 days at ${shop.address}. Bring a photo ID and your order number.`,
      ],
    },
    {
      id: 'tracking',
      heading: 'Tracking and missing parcels',
      blocks: [
        'You get an email with a tracking number as soon as a label is scanned. Tracking can take 24 hours to show movement.',
        'If tracking says “delivered” and you have nothing, look around, ask neighbors, and tell us within 14 days. We will open a claim and send a replacement or refund you once the carrier confirms the loss.',
        { note: 'We ask for an adult signature on orders over $750.' },
      ],
    },
  ],
};

export const internationalShipping: HelpPage = {
  path: '/help/international-shipping',
  locale: 'en',
  title: 'International Shipping & Customs',
  description: 'Countries we ship to, delivery times, prices, duties and taxes.',
  layout: 'article',
  updated: '2026-09-14',
  intro: [
    'We ship to 38 countries. If your country is not in the list at checkout, we cannot ship there yet.',
  ],
  sections: [
    {
      id: 'countries',
      heading: 'Times and prices by destination',
      blocks: [
        {
          table: {
            head: ['Destination', 'Delivery time', 'Price', 'Free on orders over', 'Duties and taxes'],
            rows: [
              ['Canada', '4–6 business days', '$19.95', '$200', 'Included at checkout'],
              ['Mexico', '7–10 business days', '$24.95', 'Never free', 'Paid on delivery'],
              ['United Kingdom', '6–9 business days', '$27.95', 'Never free', 'Included at checkout'],
              ['Spain and Portugal', '5–7 business days', '$26.95', 'Never free', 'Included at checkout'],
              ['Other EU countries', '7–10 business days', '$29.95', 'Never free', 'Included at checkout'],
              ['Switzerland and Norway', '8–11 business days', '$32.95', 'Never free', 'Paid on delivery'],
              ['Japan and South Korea', '6–8 business days', '$34.95', 'Never free', 'Paid on delivery'],
              ['Australia and New Zealand', '9–14 business days', '$36.95', 'Never free', 'Paid on delivery'],
            ],
          },
        },
      ],
    },
    {
      id: 'not-served',
      heading: 'Where we do not ship',
      blocks: [
        'We do not ship to Brazil, Argentina, South Africa, India, China or Russia. Parcel forwarders are at your own risk: we cannot replace parcels lost after they reach a forwarder.',
      ],
    },
    {
      id: 'customs',
      heading: 'Customs, duties and taxes',
      blocks: [
        'Where the table says “Included at checkout”, the total that you pay is final and nothing is due at the door. Elsewhere your customs office decides the amount and the courier collects it on delivery.',
        'If you refuse a parcel, we refund the goods less the outbound shipping and a $15 return handling fee.',
      ],
    },
    {
      id: 'limits',
      heading: 'What we cannot send abroad',
      blocks: [
        {
          list: [
            'Fuel canisters and bear spray',
            'Power banks and batteries above 100 Wh',
            'Oskari boots, which we may sell in the United States and Canada only',
            'Tents for six people or more',
          ],
        },
      ],
    },
    {
      id: 'returns',
      heading: 'Returning from abroad',
      blocks: [
        `The ${rules.returnDays}-day [return window](/help/returns) applies everywhere. Outside the United States you pay the return shipping yourself, and we do not refund duties that were paid on delivery.`,
        'Prices are charged in US dollars; your bank may add a conversion fee.',
      ],
    },
  ],
};
