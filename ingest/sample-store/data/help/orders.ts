import { rules, shop } from '../shop.ts';
import type { HelpPage } from '../types.ts';

export const orderChanges: HelpPage = {
  path: '/help/order-changes',
  locale: 'en',
  title: 'Changing or Cancelling an Order',
  description: 'How long you can change or cancel an order, and what to do after that.',
  layout: 'accordion',
  updated: '2026-05-06',
  intro: ['We pack fast, so there is little time. Here is what is possible and until when.'],
  sections: [
    {
      id: 'cancel',
      heading: 'Can I cancel my order?',
      blocks: [
        `Yes, within ${rules.cancelMinutes} minutes of ordering, under “Orders” in your account or with the link in the confirmation email. After that the order is with the warehouse and we cannot stop it for sure.`,
        'Preorders and backorders can be cancelled at any time until they ship.',
      ],
    },
    {
      id: 'address',
      heading: 'Can I change the address, size or color?',
      blocks: [
        `Within the same ${rules.cancelMinutes} minutes you can change address, size and color yourself. Later, call us: a carrier can sometimes redirect a parcel, for a fee of $12.`,
        'Items cannot be added to an order once it is placed. Place a second order; if both are still unpacked we refund the second shipping charge.',
      ],
    },
    {
      id: 'shipped',
      heading: 'It has shipped already',
      blocks: [
        `Refuse the parcel, or send it back under our [${rules.returnDays}-day return policy](/help/returns).`,
      ],
    },
    {
      id: 'wrong',
      heading: 'Something is wrong, missing or damaged',
      blocks: [
        'Tell us within 14 days of delivery with a photo. We send the right item by Expedited shipping at our cost, and a label for the wrong one.',
      ],
    },
    {
      id: 'backorder',
      heading: 'What does “backorder” mean?',
      blocks: [
        'We expect more and have taken your order for it. The product page shows the date. If the date slips by more than 30 days we ask you whether you still want it.',
      ],
    },
  ],
};

export const contact: HelpPage = {
  path: '/help/contact',
  locale: 'en',
  title: 'Contact Us',
  description: 'Phone, chat, email, shop address and opening hours.',
  layout: 'definitions',
  updated: '2026-09-01',
  translation: '/es/ayuda/contacto',
  intro: ['People answer here, most of them with wet boots under the desk.'],
  sections: [
    {
      id: 'reach',
      heading: 'Reach customer care',
      blocks: [
        {
          terms: [
            ['Phone', shop.phone],
            [
              'Phone hours',
              'Monday to Friday 6 a.m. to 6 p.m., Saturday 8 a.m. to 4 p.m. Pacific; closed on Sunday',
            ],
            ['Live chat', 'The same hours as the phone'],
            ['Email', `${shop.email}, answered within 1 business day`],
            ['En español', `${shop.spanishPhone}, Monday to Friday 8 a.m. to 4 p.m. Pacific`],
            ['TTY', 'Dial 711'],
          ],
        },
      ],
    },
    {
      id: 'visit',
      heading: 'Visit the shop in Bend',
      blocks: [
        {
          terms: [
            ['Address', shop.address],
            ['Opening hours', 'Tuesday to Sunday 10 a.m. to 7 p.m.; closed on Monday'],
            ['Parking', 'Free, 40 spaces, two of them accessible'],
            ['Dogs', 'Welcome on a leash'],
          ],
        },
        'We are closed on Thanksgiving, Christmas Day and New Year’s Day.',
      ],
    },
  ],
};

export const accessibility: HelpPage = {
  path: '/help/accessibility',
  locale: 'en',
  title: 'Accessibility',
  description: 'How accessible our site and shop are, and how to tell us about barriers.',
  layout: 'article',
  updated: '2025-12-03',
  intro: ['We want everyone to be able to shop here.'],
  sections: [
    {
      id: 'site',
      heading: 'This site',
      blocks: [
        'We aim at WCAG 2.2 level AA and test each release with NVDA on Windows and VoiceOver on iPhone. Known gaps: the size finder cannot yet be used by keyboard alone; call us and we will measure with you.',
      ],
    },
    {
      id: 'shop',
      heading: 'The shop in Bend',
      blocks: [
        'The entrance is level, the aisles are at least 42 inches wide, and one fitting room takes a wheelchair. Service animals are welcome everywhere.',
      ],
    },
    {
      id: 'tell-us',
      heading: 'Tell us about a barrier',
      blocks: [
        `Write to access@tarnandtimber.example or call ${shop.phone} (TTY: dial 711). We answer within 2 business days.`,
      ],
    },
  ],
};

export const privacy: HelpPage = {
  path: '/policies/privacy',
  locale: 'en',
  title: 'Privacy Policy',
  description: 'What we collect, why, how long we keep it, and your rights.',
  layout: 'article',
  updated: '2026-04-01',
  intro: ['Effective April 1, 2026. This policy covers tarnandtimber.example, our shop and our emails.'],
  sections: [
    {
      id: 'collect',
      heading: '1. What we collect',
      blocks: [
        'Name, addresses, email, phone, orders, reviews, chat transcripts, and how pages are used. Card numbers go straight to our payment processor; we see only the last four digits.',
      ],
    },
    {
      id: 'retention',
      heading: '2. How long we keep it',
      blocks: [
        {
          table: {
            head: ['Data', 'Kept for'],
            rows: [
              ['Orders and invoices', '7 years'],
              ['Account profile', 'Until you delete it, or after 3 years without a sign-in'],
              ['Chat transcripts', '12 months'],
              ['Website analytics', '14 months'],
              ['Job applications', '6 months'],
            ],
          },
        },
      ],
    },
    {
      id: 'sharing',
      heading: '3. Whom we share it with',
      blocks: [
        'We do not sell personal data. We share what is needed with carriers, payment processors, our email provider and, where the law demands it, authorities.',
      ],
    },
    {
      id: 'rights',
      heading: '4. Your rights',
      blocks: [
        `You may ask for a copy of your data, its correction or its deletion at ${shop.privacyEmail}. We answer within 30 days. You can object to marketing at any time with the link in each email.`,
      ],
    },
    {
      id: 'cookies',
      heading: '5. Cookies',
      blocks: [
        'Necessary cookies keep your cart and your sign-in. Analytics and advertising cookies are set only after you agree, and you can change your mind under “Cookie settings” in the footer.',
      ],
    },
    {
      id: 'children',
      heading: '6. Children',
      blocks: ['Our site is not meant for children under 16, and we do not knowingly keep their data.'],
    },
  ],
};

export const faq: HelpPage = {
  path: '/help/faq',
  locale: 'en',
  title: 'Frequently Asked Questions',
  description: 'Short answers to what we are asked most.',
  layout: 'faq',
  updated: '2026-10-28',
  intro: ['Short answers; the linked pages have the whole story.'],
  sections: [
    {
      id: 'q1',
      heading: 'Is shipping free?',
      blocks: [
        `Standard shipping is free over ${rules.freeShippingOver} in the contiguous 48 states, and ${rules.standardShipping} below that.`,
      ],
    },
    {
      id: 'q2',
      heading: 'How long can I send things back?',
      blocks: [
        `${rules.returnDays} days from delivery, unworn and with tags; opened electronics ${rules.electronicsReturnDays} days.`,
      ],
    },
    {
      id: 'q3',
      heading: 'Do you offer gift wrapping?',
      blocks: [
        'Yes, for $4.50 per item, in recycled paper with a handwritten note. Tents, packs and trekking poles are too big to wrap.',
      ],
    },
    {
      id: 'q4',
      heading: 'Do you restock sold-out items?',
      blocks: [
        'Usually. Tap “Email me” on the product page and choose your size; we write once when it is back and then forget your address.',
      ],
    },
    {
      id: 'q5',
      heading: 'Can I use two discount codes?',
      blocks: ['No, one code per order. Rewards points and gift cards are not codes and can be added.'],
    },
    {
      id: 'q6',
      heading: 'How do I wash a down jacket?',
      blocks: [
        'By machine on a gentle cycle at 30 °C with down detergent, then tumble dry on low with two clean tennis balls until no clumps are left, which takes about 3 hours.',
      ],
    },
    {
      id: 'q7',
      heading: 'How do I waterproof my jacket again?',
      blocks: [
        'When water no longer beads, wash it, then use a spray-on or wash-in treatment and tumble dry warm for 20 minutes. Our bench does it for $15.',
      ],
    },
    {
      id: 'q8',
      heading: 'What does a waterproof rating of 20,000 mm mean?',
      blocks: [
        'A column of water 20,000 mm high stands on the fabric before it leaks. 10,000 mm is enough for showers, 20,000 mm for long days of rain under pack straps.',
      ],
    },
    {
      id: 'q9',
      heading: 'Do you sell bear canisters?',
      blocks: ['Not online. We [rent them](/pages/rentals) in Bend.'],
    },
    {
      id: 'q10',
      heading: 'Do you ship to a hotel or campground?',
      blocks: [
        'Yes, if they accept parcels. Put the date of your arrival and the name of the booking in the second address line.',
      ],
    },
    {
      id: 'q11',
      heading: 'Is your down responsibly sourced?',
      blocks: [
        'All down that we sell is certified to the Responsible Down Standard; no live-plucking, no force-feeding.',
      ],
    },
    {
      id: 'q12',
      heading: 'Can I speak to a person?',
      blocks: [
        `Yes: ${shop.phone}, Monday to Friday 6 a.m. to 6 p.m. and Saturday 8 a.m. to 4 p.m. Pacific. See [Contact](/help/contact).`,
      ],
    },
  ],
};
