import { rules, shop } from '../shop.ts';
import type { HelpPage } from '../types.ts';

export const payment: HelpPage = {
  path: '/help/payment-gift-cards',
  locale: 'en',
  title: 'Payment Methods & Gift Cards',
  description: 'How you can pay, when we charge you, sales tax, and how gift cards work.',
  layout: 'definitions',
  updated: '2026-07-08',
  translation: '/es/ayuda/pagos-tarjetas-regalo',
  intro: ['Everything is charged in US dollars.'],
  sections: [
    {
      id: 'methods',
      heading: 'Ways to pay',
      blocks: [
        {
          terms: [
            ['Cards', 'Visa, Mastercard, American Express and Discover'],
            ['Wallets', 'PayPal, Apple Pay and Google Pay'],
            [
              'Pay later',
              'Klarna, in 4 interest-free payments, for orders from $50 to $1,000; US addresses only',
            ],
            ['Not accepted', 'Checks, money orders, cash on delivery and cryptocurrency'],
          ],
        },
      ],
    },
    {
      id: 'charge',
      heading: 'When you are charged',
      blocks: [
        'Your card is authorized when you order and charged when the parcel leaves us. PayPal and gift cards are charged at once. Preorders are charged on the day they ship.',
      ],
    },
    {
      id: 'tax',
      heading: 'Sales tax',
      blocks: [
        'We collect sales tax where the law asks for it. There is none on orders to Oregon, Montana, New Hampshire and Delaware.',
      ],
    },
    {
      id: 'gift-cards',
      heading: 'Gift cards',
      blocks: [
        {
          terms: [
            ['Amounts', 'Any amount from $25 to $500'],
            [
              'Delivery',
              'E-gift cards arrive by email within 1 hour; printed cards are mailed free and take 4–6 business days',
            ],
            ['Expiry', 'Gift cards never expire and have no fees'],
            ['Where they work', 'Online, by phone and in the Bend shop; not for buying other gift cards'],
            [
              'Lost cards',
              'With the order number of the purchase we void the card and send a new one with what was left on it',
            ],
          ],
        },
        'Up to 3 gift cards can be used on one order, together with one other payment method.',
      ],
    },
  ],
};

export const priceMatch: HelpPage = {
  path: '/help/price-match',
  locale: 'en',
  title: 'Price Match Promise',
  description: 'We match lower prices of other US retailers, and our own.',
  layout: 'accordion',
  updated: '2026-02-17',
  intro: [`Seen it cheaper? We match it before you buy, and for ${rules.priceMatchDays} days after.`],
  sections: [
    {
      id: 'who',
      heading: 'Whose prices do you match?',
      blocks: [
        'Those of authorized retailers in the United States, online or in a shop. The item must be identical, in the same size and color, new, and in stock there.',
      ],
    },
    {
      id: 'not',
      heading: 'What is left out?',
      blocks: [
        {
          list: [
            'Marketplace sellers and auctions',
            'Clearance, outlet and final sale prices',
            'Prices for members only, coupon codes and bundles',
            'Pricing mistakes',
          ],
        },
      ],
    },
    {
      id: 'own-sale',
      heading: 'You put it on sale after I bought it. What now?',
      blocks: [
        `If our own price falls within ${rules.priceMatchDays} days of your order, we refund the difference once per item. Write to us with the order number: it does not happen by itself.`,
      ],
    },
    {
      id: 'how',
      heading: 'How do I ask?',
      blocks: [
        `Send a link or a photo of the lower price to ${shop.email} or call ${shop.phone}. We answer within 1 business day. We match up to 3 of one item per customer.`,
      ],
    },
  ],
};

export const rewards: HelpPage = {
  path: '/help/rewards',
  locale: 'en',
  title: 'Switchback Rewards',
  description: 'Our free loyalty program: tiers, points and what they buy.',
  layout: 'article',
  updated: '2026-01-12',
  intro: [
    'Switchback Rewards is free to join. Your tier follows from what you spend in a calendar year and lasts to the end of the next.',
  ],
  sections: [
    {
      id: 'tiers',
      heading: 'Tiers and benefits',
      blocks: [
        {
          table: {
            head: ['Benefit', 'Trailhead', 'Ridge', 'Summit'],
            rows: [
              ['Yearly spend to reach it', '$0', '$300', '$900'],
              ['Points per dollar', '1', '1.25', '1.5'],
              ['Free standard shipping over', '$75', '$50', 'No minimum'],
              ['Birthday reward', 'None', '$10', '$20'],
              ['Early access to sales', 'None', '24 hours', '48 hours'],
              ['Return labels', '$5.95', '$5.95', 'Free'],
              ['Wash and waterproofing', 'Full price', 'Half price', 'One free a year'],
            ],
          },
        },
      ],
    },
    {
      id: 'points',
      heading: 'Earning and spending points',
      blocks: [
        '100 points are worth $5. You can spend points from 200 upwards, in steps of 100.',
        'Points appear 30 days after your order ships. No points are earned on gift cards, shipping, tax or rentals.',
        'Points expire after 12 months without a purchase. Returned items take their points back.',
      ],
    },
    {
      id: 'join',
      heading: 'Joining and leaving',
      blocks: [
        'Make an account and tick “Switchback Rewards”. You must be 16 or older. Leave at any time in your account; unspent points are lost.',
      ],
    },
  ],
};

export const discounts: HelpPage = {
  path: '/help/student-military-discount',
  locale: 'en',
  title: 'Student, Teacher & Military Discounts',
  description: 'Who gets a discount, how much, and how to prove it.',
  layout: 'definitions',
  updated: '2026-08-25',
  intro: ['A thank-you for people who teach, learn, serve and rescue.'],
  sections: [
    {
      id: 'who',
      heading: 'Who gets what',
      blocks: [
        {
          terms: [
            ['Students (18 and over)', '10 % off full-price items'],
            ['Teachers', '10 % off full-price items'],
            ['Military, veterans and their spouses', '15 % off full-price items'],
            ['First responders and nurses', '15 % off full-price items'],
            [
              'Certified guides and ski patrollers',
              '25 % off Tarn & Timber brand items, through the Pro Program',
            ],
          ],
        },
      ],
    },
    {
      id: 'verify',
      heading: 'How to verify',
      blocks: [
        'Choose your group at checkout and sign in to TrailVerify, or upload a document. It takes about 2 minutes. Verification lasts 12 months.',
      ],
    },
    {
      id: 'limits',
      heading: 'What it does not combine with',
      blocks: [
        'These discounts cannot be combined with each other, with coupon codes or with sale prices. They do not apply to gift cards, rentals, repairs and Lumo electronics. The yearly limit is $2,000 of goods.',
      ],
    },
  ],
};
