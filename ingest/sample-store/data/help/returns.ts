import { rules, shop } from '../shop.ts';
import type { HelpPage } from '../types.ts';

export const returns: HelpPage = {
  path: '/help/returns',
  locale: 'en',
  title: 'Returns & Exchanges',
  description: 'How long you have, what we accept, what it costs and how to send something back.',
  layout: 'accordion',
  updated: '2026-10-20',
  translation: '/es/ayuda/devoluciones',
  intro: [
    `Changed your mind? Send it back within ${rules.returnDays} days of delivery, unworn, unwashed and with its tags.`,
  ],
  sections: [
    {
      id: 'window',
      heading: 'How long do I have to return something?',
      blocks: [
        `You have ${rules.returnDays} days from the day of delivery. Headlamps, GPS units and other electronics that have been opened have ${rules.electronicsReturnDays} days.`,
        `**Holiday extension:** anything bought between ${rules.holidayFrom} and ${rules.holidayTo} can be returned until ${rules.holidayUntil}, if that is later.`,
      ],
    },
    {
      id: 'condition',
      heading: 'What condition must it be in?',
      blocks: [
        "We can't accept items that have been worn outdoors or washed. Trying on boots and jackets at home is fine: keep to carpet, and leave the tags on.",
        'If something broke in use, it is not a return but a case for the [warranty](/help/warranty-repairs).',
      ],
    },
    {
      id: 'not-returnable',
      heading: 'What cannot be returned?',
      blocks: [
        {
          list: [
            'Final sale items, which are marked “Final sale” on their page and whose price ends in .97',
            'Underwear and socks out of their packaging',
            'Fuel canisters and bear spray',
            'Water filters and bladders once opened',
            'Gift cards',
            'Climbing ropes, harnesses and helmets once the seal is broken',
          ],
        },
      ],
    },
    {
      id: 'cost',
      heading: 'Who pays for return shipping?',
      blocks: [
        `Our prepaid label costs ${rules.returnLabel}, which we take off your refund. It is free if you choose an exchange or store credit, if the item is faulty or wrong, and always for Summit members.`,
        'You can also bring returns to our shop in Bend at no charge, with or without the box.',
        'Outside the United States you arrange and pay for the return yourself.',
      ],
    },
    {
      id: 'how',
      heading: 'How do I start a return?',
      blocks: [
        {
          list: [
            'Open the return portal with your order number and email address.',
            'Choose the items, and refund, store credit or exchange.',
            'Print the label, or show the QR code at any parcel counter.',
            'Drop the parcel off within 10 days of making the label.',
          ],
          ordered: true,
        },
        `No printer and no phone? Call ${shop.phone} and we will mail you a label.`,
      ],
    },
    {
      id: 'exchanges',
      heading: 'Can I exchange for another size or color?',
      blocks: [
        'Yes. Exchanges within the United States ship free both ways. We send the new item as soon as the carrier scans your return, and we hold its size for you for 10 days.',
        'If the new item costs more, we charge the difference; if it costs less, we refund it.',
      ],
    },
    {
      id: 'gifts',
      heading: 'What if it was a gift?',
      blocks: [
        'Gifts can be returned for store credit with the gift receipt or the order number. The giver will not be told.',
      ],
    },
    {
      id: 'refund',
      heading: 'When do I get my money?',
      blocks: [
        `We process refunds within ${rules.refundDays} of the parcel reaching us. How long your bank then takes is on [Refunds](/help/refunds).`,
      ],
    },
  ],
};

export const refunds: HelpPage = {
  path: '/help/refunds',
  locale: 'en',
  title: 'When will I get my refund?',
  description: 'How long refunds take, by payment method, and what is and is not refunded.',
  layout: 'article',
  updated: '2026-06-11',
  intro: [
    `Returns are checked and refunded within ${rules.refundDays} of reaching our warehouse. You get an email the moment we release the money. After that it depends on how you paid.`,
  ],
  sections: [
    {
      id: 'by-method',
      heading: 'Time by payment method',
      blocks: [
        {
          table: {
            head: ['You paid with', 'Money arrives'],
            rows: [
              ['Credit or debit card', '3–7 business days after release'],
              ['PayPal', '1–2 business days after release'],
              ['Apple Pay or Google Pay', '3–7 business days after release'],
              ['Klarna', '5–10 business days after release'],
              ['Gift card or store credit', 'within 24 hours'],
            ],
          },
        },
      ],
    },
    {
      id: 'what',
      heading: 'What is refunded',
      blocks: [
        'Refunds go back to the payment method you used. We cannot move a refund to another card.',
        'The price of outbound shipping is refunded only if we sent the wrong thing or it arrived faulty.',
        'Bundles are refunded in part: we take off what the remaining items would have cost on their own.',
      ],
    },
    {
      id: 'late',
      heading: 'It is late',
      blocks: [
        `If 12 business days have passed since our email, ask your bank first, then write to ${shop.email} with the refund reference.`,
      ],
    },
  ],
};
