/** What a full stop at the end of a word may mean, for telling ends of sentences. Keys are lower case, without the last stop. */
export type AbbreviationRule =
  /** The sentence goes on, whatever follows: `e.g.`, `Mr.` */
  | 'continues'
  /** The sentence goes on when a number follows: `No. 5`, `Jan. 3`. */
  | 'before-number'
  /** The sentence ends only before a word that commonly begins one: `the U.S. Postal Service`, `in the U.S. We ship`. */
  | 'unless-starter';

const lists: Record<AbbreviationRule, string> = {
  continues: `e.g eg i.e ie vs viz cf ca mr mrs ms mx dr dra prof rev hon capt gov sgt messrs mme mlle
    p.ej ej sr sra srta sres dn dña d.ª ud uds vd vds excmo ilmo lic ing av avda z.b d.h bzw u.a`,
  'before-number': `no nos nr nº núm num art arts pág págs pag p pp fig figs vol ch cap sec § apt ste rm ext tel tlf tfno
    pt ed ver v approx aprox c min mín max máx incl avg prom jan feb mar apr jun jul aug sep sept oct nov dec
    ene abr ago dic mon tue tues wed thu thur thurs fri sat sun lun mié jue vie sáb dom est desde hasta item ref`,
  'unless-starter': `u.s u.s.a u.k e.u u.n d.c inc ltd co corp bros llc gmbh s.a s.l s.a.s s.r.l c.v s.l.u s.a.u
    st ave blvd rd ln ct ft mt dept est jr ph.d m.d b.a m.a uu ee a.c d.c cía hnos gral depto dpto pza pl`,
};

/** Rule by abbreviation; English and Spanish shops' usage, with a few others' that never collide with their words. */
export const abbreviationRules: ReadonlyMap<string, AbbreviationRule> = new Map(
  (Object.keys(lists) as AbbreviationRule[]).flatMap((rule) =>
    lists[rule].split(/\s+/).map((word) => [word, rule] as const),
  ),
);

/** Words that commonly open a sentence and rarely follow an abbreviation within one; lower case. */
export const sentenceStarters: ReadonlySet<string> = new Set(
  `the a an this that these those it its they we our you your i he she his her their there here if when while after
  before once because although since until as in on at for from with by to all any each every some most no not please
  orders items returns refunds customers delivery shipping how what where who why which can may do does is are and but
  so or however also only then simply just once use see contact call
  el la los las lo un una unos unas este esta estos estas ese esa eso esto si cuando mientras después antes en con por
  para de desde hasta a al del sin se te le nos su sus tu tus nuestro nuestra nuestros nuestras todo toda todos todas
  cada no solo sólo también además pero y o puedes puede podemos hay es son los pedidos artículos envíos cómo qué dónde
  quién cuál usa consulta llama contacta`
    .split(/\s+/)
    .filter(Boolean),
);
