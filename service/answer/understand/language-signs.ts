import { stopWords } from '../../../ingest/analysis/stop-words.ts';

/** Function words and what shops call things in languages near English and Spanish; as written, with accents. */
const WORDS: Record<string, ReadonlySet<string>> = {
  fr: new Set(
    `le les des du une est sont avec pour dans sur vous nous je puis puis-je votre vos mon ma mes quel quelle quels quelles combien
comment où quand pourquoi est-ce c'est qu'est-ce livraison livrez retour retours remboursement taille tailles prix commande
colis garantie magasin bonjour merci délai avez peut peux pas gratuit acheter chaussures veste coûte frais`.split(
      /\s+/,
    ),
  ),
  de: new Set(
    `der die das und ist sind nicht mit für auf ein eine einen ich sie wir ihr mein meine wie was wann wo warum kann können haben
gibt es wird versand lieferung rückgabe rücksendung umtausch größe preis bestellung paket garantie laden hallo danke kostet
kostenlos liefern dauert lange zurückgeben jacke schuhe nach bei zum zur von`.split(/\s+/),
  ),
  it: new Set(
    `il gli della delle dei degli con per sono è quanto quando dove perché posso potete avete vostro vostra mio mia che spedizione
spedite consegna reso resi restituire rimborso taglia taglie prezzo ordine pacco garanzia negozio ciao grazie costa giorni
scarpe giacca come quale quali quanti gratuita nel alla`.split(/\s+/),
  ),
  pt: new Set(
    `os uma umas com não são você vocês meu minha posso podem tem têm qual quais quanto quando onde por que envio enviam entrega
entregam devolução devolver reembolso tamanho preço encomenda pacote garantia loja olá obrigado obrigada custa dias prazo
sapatos casaco do da dos das ao pelo é frete trocar`.split(/\s+/),
  ),
  nl: new Set(
    `het een en van voor met niet zijn ik jullie mijn wat wanneer waar hoe kan kunnen hebben verzending levering retour retourneren
terugsturen maat prijs bestelling pakket garantie winkel hallo bedankt kost gratis duurt lang schoenen jas naar bij wordt`.split(
      /\s+/,
    ),
  ),
  ca: new Set(
    `els amb és són què quan per puc podeu teniu vostra vostre meu meva enviament enviaments lliurament devolució devolucions retornar
reemborsament talla preu comanda paquet garantia botiga hola gràcies costa dies sabates jaqueta quant quina quin fer aquest`.split(
      /\s+/,
    ),
  ),
};

/** Writing that only languages other than English and Spanish use. */
const SCRIPTS: [string, RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh', /\p{Script=Han}/u],
  ['uk', /[іїєґІЇЄҐ]/u],
  ['ru', /\p{Script=Cyrillic}/u],
  ['ar', /\p{Script=Arabic}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['el', /\p{Script=Greek}{2}/u],
  ['th', /\p{Script=Thai}/u],
  ['hi', /\p{Script=Devanagari}/u],
];
/** A question is in another language if it has this many of its words, and more than of English and of Spanish. */
const FEWEST = 2;

/** The language of a question that is clearly neither English nor Spanish, ISO 639-1; null where that is not so. Pure. */
export function otherLanguage(question: string): string | null {
  const letters = question.match(/\p{L}/gu)?.length ?? 0;
  const foreign = question.match(/[^\p{Script=Latin}\P{L}]/gu)?.length ?? 0;
  if (foreign * 2 > letters) return SCRIPTS.find(([, script]) => script.test(question))?.[0] ?? null;
  const words =
    question
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*/gu) ?? [];
  // Each once: French has "la" and "de" in common with Spanish, and uses them often.
  const parts = [...new Set(words.flatMap((word) => [word, ...word.split(/['-]/)]))];
  const count = (list: ReadonlySet<string>): number => parts.filter((word) => list.has(word)).length;
  const known = Math.max(count(stopWords('en')), count(stopWords('es')));
  let best: string | null = null;
  let most = Math.max(FEWEST - 1, known);
  for (const [language, list] of Object.entries(WORDS)) {
    const found = count(list);
    if (found > most) [best, most] = [language, found];
  }
  return best;
}
