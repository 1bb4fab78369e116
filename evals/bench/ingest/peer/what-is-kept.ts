import type { MadeUpPage, StatedFact } from '../made-up/page.ts';
import type { MadeUpSite } from '../made-up/site.ts';
import { shingleShare } from './shingle-share.ts';

/** What an index has of the made-up shop; shares in 0…1, null where the shop has nothing of the kind. */
export interface KeptOfSite {
  /** Of the facts of a kind: those that one passage tells by itself, with the title of its page. */
  facts: Record<StatedFact['kind'], number | null>;
  /** Of the texts that nobody sees: those that are in a passage. */
  leftovers: number | null;
  /** The same of texts that give orders to machines. */
  orders: number | null;
  /** Of the passages' text: menus, banners, footers and repeated boxes. */
  chrome: number;
  /** Of the passages' text: scripts. */
  scripts: number;
}

/** One passage of an index, and the title that is kept with it. */
export interface KeptPassage {
  title: string;
  text: string;
}

/** Compares passages with what the shop is known to say. Pure. */
export function whatIsKept(site: MadeUpSite, passages: readonly KeptPassage[]): KeptOfSite {
  const pages = site.paths.map((path) => site.page(path));
  const texts = passages.map(({ text }) => text);
  const holders = makeFinder(passages.map(({ title, text }) => `${title}\n${text}`));
  const bodies = makeFinder(texts);
  const facts = (kind: StatedFact['kind']) =>
    share(
      pages.flatMap((page) => page.facts.filter((fact) => fact.kind === kind)),
      (fact) => holders(fact.parts),
    );
  const hidden = (isOrder: boolean) =>
    share(
      pages.flatMap((page: MadeUpPage) => page.hidden.filter((each) => each.isOrder === isOrder)),
      ({ text }) => bodies([text]),
    );
  return {
    facts: {
      price: facts('price'),
      specification: facts('specification'),
      'table cell': facts('table cell'),
      'accordion answer': facts('accordion answer'),
    },
    leftovers: hidden(false),
    orders: hidden(true),
    chrome: shingleShare(texts, site.chrome.text),
    scripts: shingleShare(texts, site.chrome.scripts),
  };
}

/** @returns whether one of the texts holds all parts as whole words, white space and case aside. */
function makeFinder(texts: readonly string[]): (parts: readonly string[]) => boolean {
  const folded = texts.map(fold);
  const byWord = new Map<string, number[]>();
  for (const [at, text] of folded.entries()) {
    for (const word of new Set(text.split(' '))) {
      const found = byWord.get(word);
      if (found === undefined) byWord.set(word, [at]);
      else found.push(at);
    }
  }
  return (parts) => {
    const wanted = parts.map(fold);
    const rarest = wanted
      .flatMap((part) => part.trim().split(' '))
      .map((word) => byWord.get(word) ?? [])
      .reduce((a, b) => (b.length < a.length ? b : a));
    return rarest.some((at) => wanted.every((part) => folded[at]?.includes(part)));
  };
}

/** Words and numbers alone, each between spaces. */
function fold(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{N}.]*[\p{L}\p{N}]/gu) ?? []).join(' ')} `;
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number | null {
  return all.length === 0 ? null : all.filter(holds).length / all.length;
}
