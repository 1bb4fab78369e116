import type { Chrome, MenuEntry } from './chrome.ts';
import { type Dice, makeDice } from './dice.ts';
import { htmlPage } from './html-page.ts';
import type { MadeUpPage, StatedFact } from './page.ts';
import { opener } from './product-page.ts';
import { amount, paragraph } from './wording.ts';

interface Content {
  main: string;
  facts: StatedFact[];
  editable: string | null;
}

/** The kinds of help pages, in turn. */
const KINDS = [
  { slug: 'delivery-rates', title: 'Delivery rates of region', write: ratesPage },
  { slug: 'questions', title: 'Questions and answers, part', write: questionsPage },
  { slug: 'terms', title: 'Terms of service area', write: termsPage },
] as const;

const kindOf = (number: number) => KINDS[number % KINDS.length] ?? KINDS[0];

/** Where a help page stands and what it is called. */
export function helpEntry(number: number): MenuEntry {
  const { slug, title } = kindOf(number);
  return { path: `/help/${slug}-${number}`, label: `${title} ${number}` };
}

/** Renders a help page: a long table, questions that open on a click, or an article with headings. */
export function helpPage(
  number: number,
  { chrome, shop, origin }: { chrome: Chrome; shop: string; origin: string },
): MadeUpPage {
  const { path, label } = helpEntry(number);
  const { main, facts, editable } = kindOf(number).write(makeDice(number * 17 + 3), number, label);
  return {
    path,
    html: htmlPage({ chrome, shop, url: origin + path, title: label, structured: null, main }),
    facts,
    hidden: [],
    editable,
  };
}

const RATE_COLUMNS = ['Zone code', 'Standard rate', 'Express rate', 'Days in transit', 'Free from'] as const;

/** A table of 48 rows, of which the last are far from the header. */
function ratesPage(dice: Dice, number: number, title: string): Content {
  const rows = Array.from({ length: 48 }, (_, at) => [
    `Zone ${number}-${String(at + 1).padStart(2, '0')}`,
    `$${amount(dice, 3, 15)}`,
    `$${amount(dice, 16, 40)}`,
    `${dice.whole(1, 4)} to ${dice.whole(5, 12)} days`,
    `$${amount(dice, 60, 220)}`,
  ]);
  const facts = rows.flatMap(([zone = '', ...values]): StatedFact[] =>
    values.map((value, at) => ({ kind: 'table cell', parts: [zone, RATE_COLUMNS[at + 1] ?? '', value] })),
  );
  const head = RATE_COLUMNS.map((column) => `<th scope="col">${column}</th>`).join('\n        ');
  const body = rows
    .map(
      (cells) =>
        `      <tr>\n        ${cells.map((cell) => `<td>${cell}</td>`).join('\n        ')}\n      </tr>`,
    )
    .join('\n');
  const main = `<h1>${title}</h1>
<p>Rates hold for parcels up to ${dice.whole(10, 30)} kg that leave warehouse ${number} on a working day.</p>
<div class="table-wrap"><table class="rates">
  <thead>
      <tr>
        ${head}
      </tr>
  </thead>
  <tbody>
${body}
  </tbody>
</table></div>
<h2>Larger parcels</h2>
<p>${paragraph(dice, `parcel service ${number}`, 3)}</p>`;
  return { main, facts, editable: null };
}

function questionsPage(dice: Dice, number: number, title: string): Content {
  const answers = Array.from({ length: 14 }, (_, at) => {
    const subject = `voucher type ${number}-${at + 1}`;
    return [`How do I use ${subject}?`, `${paragraph(dice, subject, dice.whole(2, 5))}`] as const;
  });
  const facts = answers.map((parts): StatedFact => ({ kind: 'accordion answer', parts: [...parts] }));
  const main = `<h1>${title}</h1>
<p>What shoppers of area ${number} ask most often, and what we tell them.</p>
<div class="accordion faq">
${answers.map(([question, answer], at) => opener(question, answer, `faq-${number}-${at}`, number >> 1)).join('\n')}
</div>`;
  return { main, facts, editable: null };
}

function termsPage(dice: Dice, number: number, title: string): Content {
  const editable = `Letters about area ${number} are answered within ${dice.whole(2, 9)} working days.`;
  const sections = Array.from(
    { length: 8 },
    (
      _,
      at,
    ) => `<h2>Section ${at + 1}: ${dice.pick(['returns', 'repairs', 'payment', 'delivery', 'liability'])}</h2>
<p>${paragraph(dice, `service plan ${number}-${at + 1}`, 4)}</p>
<ul>
  <li>${paragraph(dice, `plan ${number}-${at + 1} A`, 1)}</li>
  <li>${paragraph(dice, `plan ${number}-${at + 1} B`, 1)}</li>
</ul>`,
  );
  const main = `<h1>${title}</h1>
<p>${paragraph(dice, `service area ${number}`, 3)}</p>
${sections.join('\n')}
<h2>How to reach us</h2>
<p>${editable}</p>`;
  return { main, facts: [], editable };
}
