/**
 * Places that shops speak of beside countries: `name, other name…; place within it…: what it lies in…`. Names are folded,
 * English and Spanish; of a place within, other names stand behind `=`. General knowledge, of no store.
 */
export const PLACES = `
worldwide, international, internationally, internacional, internacionales, internacionalmente, abroad, overseas, todo el mundo, all over the world, extranjero, other countries, otros paises, rest of the world, resto del mundo:
europe, europa, continental europe: worldwide
eu, e u, european union, ue, union europea: europe worldwide
latin america, latinoamerica, america latina: worldwide
north america, norteamerica: worldwide
south america, sudamerica, america del sur: worldwide
asia: worldwide
africa: worldwide
contiguous us, contiguous united states, contiguous usa, lower 48, lower 48 states, continental us, continental united states, continental usa, mainland us, contiguous states, 48 contiguous states: US
hawaii; maui, oahu, kauai, honolulu, hilo, kona, big island: US
alaska; anchorage, fairbanks, juneau: US
puerto rico; san juan: US PR
apo; fpo, dpo, apo fpo, military address, military addresses, military base: US
uk mainland, mainland uk, mainland britain, mainland great britain, british mainland; london=londres, manchester, birmingham, nottingham, leicester, york, norwich, southampton, portsmouth, plymouth, exeter, coventry, leeds, bristol, liverpool, brighton, oxford, cambridge, newcastle, sheffield, cardiff, swansea, edinburgh=edimburgo, glasgow: GB
england, inglaterra; london=londres, manchester, birmingham, nottingham, leicester, york, norwich, southampton, portsmouth, plymouth, exeter, coventry, leeds, bristol, liverpool, brighton, oxford, cambridge, newcastle, sheffield: uk mainland GB
wales, gales; cardiff, swansea: uk mainland GB
scotland, escocia; edinburgh=edimburgo, glasgow, aberdeen, dundee: uk mainland GB
scottish highlands, highlands, highlands and islands, scottish islands; inverness, shetland, orkney, skye, hebrides: scotland GB
northern ireland, irlanda del norte, n ireland; belfast, derry: GB
ireland, republic of ireland; dublin, cork, galway, limerick, waterford: IE
peninsula, espana peninsular, peninsula iberica, mainland spain, spanish mainland; madrid, barcelona, valencia, sevilla=seville, bilbao, zaragoza, malaga, murcia, alicante, granada, cordoba, valladolid, vigo, gijon, oviedo, la coruna=a coruna, santander, pamplona, san sebastian=donostia, vitoria, toledo, salamanca, burgos, leon, cadiz, huelva, almeria, jaen, badajoz, caceres, logrono, lleida, girona, tarragona, castellon, albacete, cuenca, segovia, avila, soria, teruel, huesca, lugo, ourense, pontevedra, galicia, asturias, cantabria, euskadi=pais vasco=basque country, navarra, la rioja, aragon, cataluna=catalonia, castilla, extremadura, andalucia=andalusia, elche: ES
baleares, islas baleares, balearic islands, balearics; mallorca=majorca, menorca, ibiza, formentera, palma de mallorca: ES
canarias, islas canarias, canary islands, canaries; tenerife, gran canaria, las palmas, lanzarote, fuerteventura, la gomera, el hierro, la palma: ES
ceuta: ES
melilla: ES
cdmx, ciudad de mexico, mexico city: MX
mexico; leon guanajuato, toluca, monterrey, puebla, tijuana, cancun, merida, queretaro, jalisco, nuevo leon, guadalajara: MX
canada; ontario, quebec, british columbia, alberta, manitoba, saskatchewan, nova scotia, new brunswick, newfoundland, toronto, montreal, vancouver, calgary, ottawa, winnipeg, yukon, nunavut, northwest territories: CA
australia; sydney, melbourne, brisbane, perth, adelaide, new south wales, queensland, tasmania: AU
colombia; bogota, medellin, cali, cartagena, barranquilla: CO
argentina; buenos aires, rosario, bariloche: AR
chile; santiago de chile: CL
peru; lima, cusco, arequipa: PE
portugal; azores, madeira, lisbon=lisboa, porto=oporto: PT
france, francia; paris, lyon, marseille: FR
germany, alemania; berlin, munich, hamburg, frankfurt: DE
italy, italia; rome=roma, milan=milano: IT
netherlands, paises bajos; amsterdam, rotterdam: NL
belgium, belgica; brussels=bruselas: BE
`;

/** The states that touch one another: `code name; city…`. */
export const CONTIGUOUS_STATES =
  'al alabama|az arizona; phoenix, tucson|ar arkansas|ca california; los angeles, san francisco, san diego, sacramento, san jose, oakland, long beach, fresno, berkeley|co colorado; denver, colorado springs|ct connecticut|de delaware|fl florida; miami, orlando, tampa, jacksonville|ga georgia us; atlanta, savannah|id idaho; boise|il illinois; chicago, evanston|in indiana; indianapolis|ia iowa|ks kansas|ky kentucky; louisville, lexington|la louisiana; new orleans|me maine|md maryland; baltimore, annapolis|ma massachusetts; boston|mi michigan; detroit|mn minnesota; minneapolis|ms mississippi|mo missouri; st louis, kansas city|mt montana|ne nebraska; omaha|nv nevada; las vegas, reno|nh new hampshire|nj new jersey|nm new mexico; albuquerque, santa fe|ny new york; nyc, brooklyn, manhattan|nc north carolina; charlotte, raleigh|nd north dakota|oh ohio; cleveland, columbus, cincinnati|ok oklahoma|or oregon; portland, eugene|pa pennsylvania; philadelphia, pittsburgh|ri rhode island|sc south carolina|sd south dakota|tn tennessee; nashville, memphis|tx texas; houston, dallas, austin, san antonio, fort worth, el paso|ut utah; salt lake city|vt vermont|va virginia; richmond, norfolk|wa washington, washington state; seattle, spokane|wv west virginia|wi wisconsin; milwaukee, madison|wy wyoming';

/** ISO 3166-1 alpha-2, as of 2026. */
export const EU = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE';
export const OTHER_EUROPE = 'GB CH NO IS LI MC AD SM VA UA RS BA ME MK AL MD';
export const LATIN_AMERICA = 'MX GT HN SV NI CR PA CO VE EC PE BO CL AR UY PY CU DO PR BR';
export const NORTH_AMERICA = 'US CA MX';
