const ADVICE: Record<string, string> = {
  robots: 'Allow AisleBot there in robots.txt if shoppers should get answers from it.',
  noindex:
    'Remove noindex from the page (robots meta element, X-Robots-Tag) if shoppers should get answers from it.',
  canonical:
    'Its text is answered from the page that it names as canonical. Correct the canonical link if that is wrong.',
  redirect: 'Ask for the address that it leads to.',
  'off-site': 'Add that site as a source of its own.',
  'content-type': 'Give the text as a web page, PDF, DOCX, text or Markdown file.',
  filter: 'Change include or exclude of its source in aisle.yaml.',
  trap: 'List it in the sitemap, which is not bounded, or exclude the addresses that are no pages.',
  'soft-404':
    'Its server says 200 for a page that tells people that there is none. If there is one, give it text of its own; else answer 404.',
  duplicate: 'Nothing is missing: the same text is answered from the other page.',
  language: 'Add its language to locales in aisle.yaml.',
  javascript: 'Serve its text in the page itself, or set render: browser for its source in aisle.yaml.',
  empty: 'Give it text of its own beside links and menus.',
  gone: 'Repair the links to it, or bring it back.',
  limit: 'Raise --max-pages, or exclude addresses that are no pages.',
};

/** What a person can do about a page that is not indexed; null where the reason says it already. Pure. */
export function adviceFor(stage: string | null): string | null {
  return ADVICE[stage ?? ''] ?? null;
}
