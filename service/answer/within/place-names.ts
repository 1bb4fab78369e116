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
contiguous us, contiguous united states, contiguous usa, lower 48, lower 48 states, continental us, continental united states, continental usa, mainland us, contiguous states, 48 contiguous states, estados contiguos, estados contiguos de ee uu, estados contiguos de los ee uu, estados contiguos de eeuu, estados contiguos de estados unidos, estados contiguos de los estados unidos, ee uu continental, estados unidos continental, estados unidos continentales, eeuu continental: US
hawaii; maui, oahu, kauai, honolulu, hilo, kona, big island: US
alaska; anchorage, fairbanks, juneau: US
puerto rico; san juan: US PR
apo; fpo, dpo, apo fpo, military address, military addresses, military base: US
uk mainland, mainland uk, mainland britain, mainland great britain, british mainland; london=londres, manchester, birmingham, nottingham, leicester, york, norwich, southampton, portsmouth, plymouth, exeter, coventry, leeds, bristol, liverpool, brighton, oxford, cambridge, newcastle, sheffield, cardiff, swansea, edinburgh=edimburgo, glasgow: GB
england, inglaterra, english mainland, mainland england; london=londres, manchester, birmingham, nottingham, leicester, york, norwich, southampton, portsmouth, plymouth, exeter, coventry, leeds, bristol, liverpool, brighton, oxford, cambridge, newcastle, sheffield: uk mainland GB
wales, gales; cardiff, swansea: uk mainland GB
scotland, escocia; edinburgh=edimburgo, glasgow, aberdeen, dundee: uk mainland GB
scottish highlands, highlands, highlands and islands, scottish islands, scottish isles, islands of scotland, islands in scotland, islands up in scotland, highlands of scotland; inverness, shetland, orkney, skye, hebrides: scotland GB
northern ireland, irlanda del norte, n ireland; belfast, derry: GB
channel islands, islas del canal; guernsey, alderney, sark, st helier, st peter port: europe
isles of scilly, scilly isles, scilly: GB
isle of wight: GB
ireland, republic of ireland; dublin, cork, galway, limerick, waterford: IE
peninsula, espana peninsular, peninsula iberica, mainland spain, spanish mainland; madrid, barcelona, valencia, sevilla=seville, bilbao, zaragoza, malaga, murcia, alicante, granada, cordoba, valladolid, vigo, gijon, oviedo, la coruna=a coruna, santander, pamplona, san sebastian=donostia, vitoria, toledo, salamanca, burgos, leon, cadiz, huelva, almeria, jaen, badajoz, caceres, logrono, lleida, girona, tarragona, castellon, albacete, cuenca, segovia, avila, soria, teruel, huesca, lugo, ourense, pontevedra, castilla, elche: ES
galicia; santiago de compostela, ferrol, vigo, pontevedra, lugo, ourense, la coruna: peninsula ES
asturias; gijon, oviedo, aviles: peninsula ES
cantabria; santander, torrelavega: peninsula ES
euskadi, pais vasco, basque country; bilbao, vitoria, san sebastian, vizcaya=bizkaia, guipuzcoa=gipuzkoa, alava: peninsula ES
navarra; pamplona, tudela: peninsula ES
la rioja; logrono: peninsula ES
aragon; zaragoza, huesca, teruel: peninsula ES
cataluna, catalunya, catalonia; barcelona, girona, lleida, tarragona, sabadell, terrassa, badalona, reus: peninsula ES
castilla y leon; valladolid, burgos, salamanca, segovia, avila, soria, palencia, zamora, ponferrada: peninsula ES
castilla la mancha; toledo, albacete, ciudad real, cuenca, talavera de la reina: peninsula ES
comunidad de madrid; madrid, mostoles, alcala de henares, getafe, leganes, alcorcon, fuenlabrada: peninsula ES
comunidad valenciana; valencia, alicante, castellon, elche, gandia, benidorm, torrevieja: peninsula ES
region de murcia; murcia, lorca: peninsula ES
extremadura; badajoz, caceres: peninsula ES
andalucia, andalusia; sevilla, malaga, cordoba, granada, cadiz, huelva, jaen, almeria, marbella, jerez de la frontera, algeciras: peninsula ES
baleares, islas baleares, balearic islands, balearics; mallorca=majorca, menorca, ibiza, formentera, palma de mallorca: ES
canarias, islas canarias, canary islands, canaries; tenerife, gran canaria, las palmas, lanzarote, fuerteventura, la gomera, el hierro, la palma: ES
ceuta: ES
melilla: ES
cdmx, ciudad de mexico, mexico city, distrito federal; coyoacan, iztapalapa, tlalpan, xochimilco: MX
mexico; leon guanajuato: MX
aguascalientes: MX
baja california; tijuana, mexicali, ensenada, tecate: MX
baja california sur; la paz, los cabos, cabo san lucas, san jose del cabo, loreto: MX
campeche; ciudad del carmen: MX
chiapas; tuxtla gutierrez=tuxtla, tapachula, san cristobal de las casas: MX
chihuahua; ciudad juarez=cd juarez, delicias chihuahua: MX
coahuila; saltillo, torreon, monclova, piedras negras: MX
colima; manzanillo: MX
durango; gomez palacio: MX
estado de mexico, edomex; toluca, ecatepec, naucalpan, nezahualcoyotl, tlalnepantla, texcoco, metepec: MX
guanajuato; leon guanajuato, irapuato, celaya, salamanca guanajuato, san miguel de allende: MX
guerrero; acapulco, chilpancingo, zihuatanejo, taxco: MX
hidalgo; pachuca, tulancingo: MX
jalisco; guadalajara=gdl, zapopan, tlaquepaque, tonala, puerto vallarta: MX
michoacan; morelia, uruapan, zamora michoacan, lazaro cardenas: MX
morelos; cuernavaca, cuautla: MX
nayarit; tepic: MX
nuevo leon; monterrey=mty, san pedro garza garcia, apodaca, san nicolas de los garza: MX
oaxaca; huatulco, salina cruz, puerto escondido: MX
puebla; cholula, tehuacan, atlixco: MX
queretaro; san juan del rio: MX
quintana roo; cancun, playa del carmen, chetumal, cozumel, tulum, isla mujeres, holbox: MX
san luis potosi; ciudad valles, matehuala: MX
sinaloa; culiacan, mazatlan, los mochis: MX
sonora; hermosillo, ciudad obregon, nogales, guaymas: MX
tabasco; villahermosa, cardenas tabasco: MX
tamaulipas; reynosa, matamoros, tampico, nuevo laredo, ciudad victoria: MX
tlaxcala; apizaco: MX
veracruz; xalapa=jalapa, boca del rio, coatzacoalcos, poza rica, orizaba, minatitlan: MX
yucatan; merida, progreso yucatan, tizimin: MX
zacatecas; fresnillo: MX
peninsula de yucatan; yucatan, campeche, quintana roo: MX
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
