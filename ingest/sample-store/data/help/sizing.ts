import type { HelpPage } from '../types.ts';

export const jacketSizes: HelpPage = {
  path: '/help/size-guide-jackets',
  locale: 'en',
  title: 'Size Guide: Jackets & Fleece',
  description: 'Chest, waist and sleeve measurements with US, EU and UK sizes.',
  layout: 'article',
  updated: '2026-03-19',
  intro: [
    'Measure over a thin shirt. Chest: around the fullest part, tape level. Between two sizes, take the larger one if you want room for a fleece.',
  ],
  sections: [
    {
      id: 'women',
      heading: "Women's jackets and fleece",
      blocks: [
        {
          table: {
            head: ['US size', 'US number', 'EU', 'UK', 'Chest (cm)', 'Chest (in)', 'Waist (cm)'],
            rows: [
              ['XS', '0–2', '34', '6', '80–84', '31.5–33', '62–66'],
              ['S', '4–6', '36', '8', '85–89', '33.5–35', '67–71'],
              ['M', '8–10', '38–40', '10–12', '90–96', '35.5–38', '72–78'],
              ['L', '12–14', '42', '14', '97–103', '38–40.5', '79–85'],
              ['XL', '16–18', '44', '16', '104–111', '41–43.5', '86–94'],
            ],
          },
        },
      ],
    },
    {
      id: 'men',
      heading: "Men's jackets and fleece",
      blocks: [
        {
          table: {
            head: ['US size', 'EU', 'UK', 'Chest (cm)', 'Chest (in)', 'Sleeve (cm)'],
            rows: [
              ['S', '46', '36', '88–94', '34.5–37', '83'],
              ['M', '48–50', '38–40', '95–101', '37.5–40', '85'],
              ['L', '52', '42', '102–108', '40–42.5', '88'],
              ['XL', '54', '44', '109–116', '43–45.5', '90'],
              ['XXL', '56', '46', '117–125', '46–49', '92'],
            ],
          },
        },
      ],
    },
    {
      id: 'kids',
      heading: "Kids' jackets",
      blocks: [
        {
          table: {
            head: ['Size', 'Age', 'Height (cm)', 'Chest (cm)'],
            rows: [
              ['4', '3–4 years', '98–104', '55–57'],
              ['6', '5–6 years', '110–116', '59–61'],
              ['8', '7–8 years', '122–128', '63–67'],
              ['10', '9–10 years', '134–140', '69–73'],
              ['12', '11–12 years', '146–152', '75–79'],
            ],
          },
        },
      ],
    },
    {
      id: 'fit',
      heading: 'How our cuts differ',
      blocks: [
        {
          terms: [
            ['Trim', 'Close to the body, for a base layer only.'],
            ['Regular', 'Room for a light fleece. Most Tarn & Timber jackets are cut this way.'],
            [
              'Relaxed',
              'Room for a down jacket. Northfell shells are cut this way, so many people take a size down.',
            ],
          ],
        },
      ],
    },
  ],
};

export const bootSizes: HelpPage = {
  path: '/help/size-guide-boots',
  locale: 'en',
  title: 'Size Guide: Boots & Shoes',
  description: 'US, EU, UK and centimeter sizes for boots and trail shoes.',
  layout: 'article',
  updated: '2026-03-19',
  translation: '/es/ayuda/guia-tallas-botas',
  intro: [
    'Stand on a sheet of paper in the evening, wearing the socks you hike in, and measure from heel to longest toe.',
  ],
  sections: [
    {
      id: 'chart',
      heading: 'Conversion chart',
      blocks: [
        {
          table: {
            head: ['US men', 'US women', 'EU', 'UK', 'Foot length (cm)'],
            rows: [
              ['—', '6', '36.5', '4', '23.0'],
              ['—', '7', '38', '5', '24.0'],
              ['7', '8', '39.5', '6', '25.0'],
              ['8', '9', '41', '7', '26.0'],
              ['9', '10', '42', '8', '27.0'],
              ['10', '11', '43', '9', '28.0'],
              ['11', '12', '44.5', '10', '29.0'],
              ['12', '—', '46', '11', '30.0'],
              ['13', '—', '47', '12', '31.0'],
            ],
          },
        },
      ],
    },
    {
      id: 'advice',
      heading: 'Boot fit advice',
      blocks: [
        'Leave a thumb’s width, about 1 cm, between your longest toe and the boot. For long descents or winter socks take half a size up.',
        'Oskari boots run narrow: if you have wide feet, look for the “Wide” sizes. Northfell shoes run true to size.',
      ],
    },
  ],
};

export const packFit: HelpPage = {
  path: '/help/size-guide-packs',
  locale: 'en',
  title: 'Backpack Fit Guide',
  description: 'How to measure your torso and choose a pack size, hipbelt and volume.',
  layout: 'definitions',
  updated: '2025-11-30',
  intro: ['A pack fits when its hipbelt sits on your hips and its shoulder straps leave no gap.'],
  sections: [
    {
      id: 'torso',
      heading: 'Torso length',
      blocks: [
        'Tilt your head forward, find the bone that sticks out at the base of your neck, and measure down to the top of your hip bones.',
        {
          terms: [
            ['S', 'Torso 40–45 cm (15.5–17.5 in)'],
            ['M', 'Torso 45–50 cm (17.5–19.5 in)'],
            ['L', 'Torso 50–55 cm (19.5–21.5 in)'],
          ],
        },
      ],
    },
    {
      id: 'volume',
      heading: 'How many liters do I need?',
      blocks: [
        {
          terms: [
            ['Day hike', '15–25 liters'],
            ['One night', '30–40 liters'],
            ['A weekend', '40–55 liters'],
            ['A week or winter', '60 liters and more'],
          ],
        },
      ],
    },
  ],
};
