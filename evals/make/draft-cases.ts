import { findTextsByUrl } from '../../sql/find-texts-by-url.ts';
import { listWholeDocuments } from '../../sql/list-whole-documents.ts';
import { type Catalog, makeCatalog } from './catalog.ts';
import { chooseDrafts, type DraftChoice } from './choose-drafts.ts';
import { type Draft, type DraftLanguage, draftId, hashNumber } from './draft.ts';
import { draftFromCatalog } from './from-catalog.ts';
import { draftFromFaq } from './from-faq.ts';
import { draftFromLists } from './from-lists.ts';
import { draftFromProduct } from './from-product.ts';
import { draftFromStatements } from './from-statements.ts';
import { draftFromTables } from './from-tables.ts';
import { isSound } from './is-sound.ts';
import type { OpenStore } from './open-store.ts';
import { type Page, toPage } from './page.ts';
import { draftAbsentCountries, draftAbsentFact } from './unanswerable.ts';

const BATCH = 50;
/** Drafts that are held of a page, for each that it may give: more, so that kinds can be chosen among. */
const HELD_PER_PAGE = 4;

/** What is to be drafted. */
export interface DraftRequest extends DraftChoice {
  /** Only from pages in this language; null: any. */
  language: DraftLanguage | null;
  /** Ids that are not wanted again. */
  known: ReadonlySet<string>;
  signal: AbortSignal;
}

/**
 * Drafts cases from all documents of a store. The documents are gone through twice, first for what can only be said of all of
 * them; few of them stand in memory at a time.
 *
 * @returns drafts that are sound, in the order of the pages that they come from.
 */
export async function draftCases(store: OpenStore, request: DraftRequest): Promise<Draft[]> {
  const { language, known, signal, seed, limit, perPage } = request;
  const { catalog, add } = makeCatalog();
  for await (const page of readPages(store, signal)) add(page);

  let held: { place: number; drafts: Draft[] }[] = [];
  for await (const page of readPages(store, signal)) {
    if (language !== null && page.language !== language) continue;
    const sound = draftFromPage(page, catalog).filter(
      (draft) => isSound(draft, [page]) && !known.has(draftId(draft)),
    );
    if (sound.length === 0) continue;
    const some = chooseDrafts(sound, {
      seed,
      limit: HELD_PER_PAGE * perPage,
      perPage: HELD_PER_PAGE * perPage,
    });
    held.push({ place: hashNumber(seed, page.url), drafts: some });
    // Pages are taken in this order later on: those behind could only be reached if others gave nothing.
    if (held.length > 4 * limit + BATCH) held = held.sort((a, b) => a.place - b.place).slice(0, 2 * limit);
  }
  const ofAll = [...draftFromCatalog(catalog), ...draftAbsentCountries(catalog, seed)].filter(
    (draft) => (language === null || draft.language === language) && !known.has(draftId(draft)),
  );
  const chosen = chooseDrafts(
    [...held.flatMap(({ drafts }) => drafts), ...(await onlySound(store, ofAll))],
    request,
  );
  // Pages that answer alike were put together since each was looked at.
  return (await onlySound(store, chosen)).filter((draft) => !known.has(draftId(draft)));
}

function draftFromPage(page: Page, catalog: Catalog): Draft[] {
  return [
    ...draftFromFaq(page),
    ...draftFromStatements(page),
    ...draftFromTables(page),
    ...draftFromLists(page),
    ...draftFromProduct(page),
    ...draftAbsentFact(page, catalog),
  ];
}

async function* readPages({ pool, store }: OpenStore, signal: AbortSignal): AsyncGenerator<Page> {
  for (let after = ''; ; ) {
    signal.throwIfAborted();
    const batch = await listWholeDocuments(pool, store, { after, limit: BATCH });
    for (const document of batch) {
      const page = toPage(document);
      if (page !== null) yield page;
    }
    const last = batch.at(-1);
    if (last === undefined || batch.length < BATCH) return;
    after = last.documentId;
  }
}

async function onlySound({ pool, store }: OpenStore, drafts: readonly Draft[]): Promise<Draft[]> {
  const sound: Draft[] = [];
  for (const draft of drafts) {
    if (isSound(draft, await findTextsByUrl(pool, store, draft.urls))) sound.push(draft);
  }
  return sound;
}
