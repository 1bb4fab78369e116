const THING =
  '(?:page|product|item|article|file|content|document|address|url|link|category|collection|resource|listing|offer)';
const SOUGHT =
  '(?: (?:(?:that )?you(?: are|re| were) (?:looking|searching) for|(?:that )?you (?:have )?requested|requested))?';

/** Whole phrases, without accents, apostrophes and punctuation, in lower case. */
const PHRASES = [
  '(?:http )?(?:error |status )?(?:code )?404(?: error| page)?(?: (?:file |page )?not found)?',
  '(?:404 )?(?:page |file |error )?not found(?: 404)?|nothing (?:was )?found(?: here)?',
  `(?:404 )?(?:(?:the|this|that|your|requested) )*${THING}${SOUGHT} (?:(?:was |is |could |can |has )?(?:not|cannot|cant|couldnt|isnt|wasnt)(?: be| been)? (?:found|available|located)|(?:does not|doesnt|did not|didnt)(?: seem to| appear to)? exist(?: any ?more| here)?|(?:is )?no longer (?:available|exists|here|sold|offered)|(?:has |is |was )?(?:been )?(?:removed|deleted|gone|missing|unavailable|discontinued))`,
  `(?:we |i )?(?:(?:are|re|were) unable to|cannot|can not|cant|could not|couldnt|did not|didnt)(?: seem to)? find (?:that|this|the|your|a) (?:requested )?${THING}.{0,60}`,
  '(?:(?:la|el|esta|este|esa|ese) )?(?:pagina|producto|articulo|enlace|contenido|categoria|url|direccion)(?: (?:que (?:buscas|busca|estas buscando|esta buscando|has solicitado|solicitaste)|solicitad[oa]))? (?:no (?:se ha |ha sido |se pudo |se puede |fue |se |esta )?(?:encontrad[oa]|encontrar|encuentra|existe|disponible)(?: disponible)?|ya no (?:existe|(?:esta |se encuentra )?disponible)|inexistente)',
  'no (?:hemos (?:podido )?|se (?:ha |pudo )?|podemos |pudimos )?(?:encontrado|encontrar|encontramos|encuentra) (?:la|el|esta|este|esa|ese) (?:pagina|producto|articulo).{0,60}|no encontrad[oa]',
  '(?:(?:la|le|cette|ce) )?(?:page|produit|article)(?: (?:demandee?|que vous (?:cherchez|recherchez|avez demandee)))? (?:(?:est )?(?:introuvable|inexistante?)|non trouvee?|nexiste (?:pas|plus)|nest (?:pas|plus) disponible|na pas ete trouvee?)',
  '(?:(?:die|diese|das|dieses|der|dieser) )?(?:(?:gesuchte|angeforderte)s? )?(?:seite|produkt|artikel) (?:(?:wurde |konnte )?(?:leider )?nicht gefunden(?: werden)?|existiert (?:leider )?nicht(?: mehr)?|(?:ist )?(?:leider )?nicht(?: mehr)? (?:verfugbar|vorhanden|erhaltlich))',
  '(?:(?:la|il|questa|questo) )?(?:pagina|prodotto|articolo)(?: (?:richiest[ao]|che (?:cerchi|stai cercando)))? (?:non (?:e stat[ao] )?trovat[ao]|non esiste(?: piu)?|non (?:e )?(?:piu )?disponibile)',
  '(?:(?:a|o|esta|este) )?(?:pagina|produto|artigo) (?:nao (?:foi )?encontrad[ao]|nao existe(?: mais)?|(?:ja )?nao (?:esta )?(?:mais )?disponivel|indisponivel)',
  '(?:(?:de|deze|het|dit) )?(?:pagina|product|artikel) (?:(?:is |werd |kon )?niet(?: meer)? (?:gevonden|beschikbaar)(?: worden)?|bestaat niet(?: meer)?)',
];
const WHOLE = new RegExp(`^(?:${PHRASES.join('|')})$`);

/** What stands before the phrase in a sentence of regret. */
const FILLER =
  /^(?:(?:oops|ooops|whoops|uh oh|hmm+|ups|sorry|we are sorry|were sorry|lo sentimos|lo siento|desole|nous sommes desoles|leider|oh no|error) (?:but )?)+(?=\S)/;

/**
 * Whether a title or heading says, in one of its parts (`Page not found | Shop`) and in nothing else of that part,
 * that there is no such page or product. English, Spanish, French, German, Italian, Portuguese, Dutch.
 */
export function saysNotFound(text: string): boolean {
  return text
    .split(/\s[-–—|·•»/]\s|[!?.:,;|…»]+/)
    .map(plain)
    .some((part) => WHOLE.test(part) || WHOLE.test(part.replace(FILLER, '')));
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}'’‘`´]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
