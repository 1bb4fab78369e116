/**
 * What shops do, as a Spanish clause begins that asks whether this one does it: "hacen envíos", "me lo montáis". A pattern for
 * whole words, accents left or not.
 */
export const SHOP_DEEDS = `(?:(?:no )?(?:(?:me|nos|le|les|se) )?(?:l[oa]s? )?(?:(?:acept|env[ií]|mand|entreg|repart|cobr|manej|arregl|repar|instal|cambi|reembols|factur|apart|guard|mont|grab|prest|rent|alquil|regal|aplic|fabric|trabaj|surt|vend|ofrec|recog|recib|hac|devuelv|devolv|abr|cierr|cerr|ten|tien|sub|llev|tra|cotiz|personaliz|envuelv)(?:[aá]n|en|[aá]is|[eé]is|[ií]s)|dan|dais|hay|puede[ns]?|pod[eé]is|podr[ií]a(?:[ns]|is)?|ten[eé]s))`;
