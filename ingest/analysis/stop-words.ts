/**
 * Function words, without accents: they carry no topic, so they are neither indexed nor searched. Words that change
 * a statement's meaning (`not`, `only`, `without`) are here too: the verifier reads them from the text itself.
 */
const ENGLISH = `a about above after again against ain all also am an and any anybody anyone anything are aren as at be
because been before being below between both but by can cannot could couldn did didn do does doesn doing don down
during each either else ever every few for from further get gets getting give given go going gonna got had hadn has
hasn have haven having he hello hence her here hers herself hey hi him himself his how however i if im in into is isn
it its itself ive just know let like ll ma may me might mightn more most must mustn my myself need needn neither no
nor not now o of off oh ok okay on once one only onto or other our ours ourselves out over own per please re really
same shall shan she should shouldn so some somebody someone something still such tell than thank thanks that thats
the their theirs them themselves then there theres these they this those though through thus to too under until up
upon us use ve very via want wanna was wasn we well were weren what whats when where whether which while who whom
whose why will with within without won would wouldn yes yet you your yours yourself yourselves
arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt shouldnt wasnt werent wont wouldnt im youre theyre weve
youve u ur r ya yall pls plz thx ty til till cuz coz bc tho btw gotta lemme ppl tbh hiya`;

const SPANISH = `a ademas al algo algun alguna algunas alguno algunos alla alli ante antes apenas aquel aquella aquellas
aquello aquellos aqui asi aun aunque bajo bien buenas buenos cada casi como con contra cosa cual cuales cualquier
cuando cuanta cuantas cuanto cuantos cuya cuyo da dan dar de debe deben debo del demas desde donde e el ella
ellas ello ellos en entonces entre era eran eres es esa esas ese eso esos esta estaba estamos estan estar estas este
esto estos estoy favor fue fueron ha haber habia hace hacen hacer hacia han hasta hay he hola i incluso ir la las le
les lo los mas me mi mia mientras mio mis misma mismo mucha muchas mucho muchos muy nada ni ningun ninguna ninguno no
nos nosotros nuestra nuestras nuestro nuestros nunca o os otra otras otro otros para pero poco por porque pude puede
pueden puedo pues que quien quienes quiero quiere quisiera saber se sea sean ser si sido siempre siendo sin sino sobre
sois solo somos son soy su sus suya suyo tal tambien tampoco tan tanta tanto te tendra tener tengo ti tiene tienen
todas todavia toda todo todos tras tu tus tuya tuyo u un una unas uno unos usted ustedes va vamos van vez vosotros voy
vuestra vuestro y ya yo gracias teneis podeis podria podriais podrias haceis haceis sois estais quereis vuestra vuestras vuestros
hago haces hacemos hagan haga hice hizo queremos quieren quieras queria podemos podriamos tenemos tengan tenga tenes q k xq pq
porq xk tb tmb tbn dnd pa pal
cualquiera algunos he hemos habeis has pueda puedas sabeis dime decirme podrian tendria seria
segun tengais podais hagais seais esteis hayais vais ibais erais teniais podiais hariais sereis tendreis podreis hareis vosotras
vos tenes podes haces queres sabes podrias tendrias decime podras tendras`;

const LISTS: Record<string, ReadonlySet<string>> = {
  en: new Set(ENGLISH.split(/\s+/)),
  es: new Set(SPANISH.split(/\s+/)),
};
const NONE: ReadonlySet<string> = new Set();

/** @returns the function words of a language (`es`), or none where no list is kept: BM25's idf then has to do. */
export function stopWords(language: string): ReadonlySet<string> {
  return LISTS[language] ?? NONE;
}
