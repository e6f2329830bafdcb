//! Places that names of organizations are told apart by: cities and regions, and what they are called in other languages.
//!
//! Owns no states and no countries (`words.rs`, `countries.rs`). It is a list of the larger and better known places, not a
//! gazetteer: a place it does not know is still a word that distinguishes.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words;

/// A place that a word, or two or three words together, name; the first spelling stands for all of them.
pub(super) fn place(phrase: &str) -> Option<&'static str> {
    PLACES.get(phrase).copied()
}

/// Whether some place of more than one word begins with this word; spares most words the longer look.
pub(super) fn begins_place(word: &str) -> bool {
    FIRST_WORDS.contains_key(word)
}

static PLACES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut places = HashMap::new();
    for line in SAME_PLACE.split('\n').chain(CITIES.split('\n')) {
        for group in line.split(',').map(str::trim).filter(|group| !group.is_empty()) {
            let mut spellings = group.split('=');
            let Some(first) = spellings.next() else { continue };
            places.entry(first).or_insert(first);
            for spelling in spellings {
                places.entry(spelling).or_insert(first);
            }
        }
    }
    places
});

static FIRST_WORDS: LazyLock<HashMap<&'static str, ()>> = LazyLock::new(|| {
    let cities = PLACES.keys().copied();
    let states = words::state_names();
    let countries = words::country_names();
    cities
        .chain(states)
        .chain(countries)
        .filter_map(|name| name.split_once(' '))
        .map(|(first, _)| (first, ()))
        .collect()
});

/// Places with more than one name, each group's spellings joined by `=`.
const SAME_PLACE: &str = "
munich=munchen=muenchen=monaco di baviera, cologne=koln=koeln=colonia, vienna=wien=viena=vienne, nuremberg=nurnberg=nuernberg,
zurich=zuerich=zurigo, geneva=geneve=genf=ginebra=ginevra, bern=berne=berna, basel=basle=bale=basilea, lucerne=luzern,
hanover=hannover, brunswick=braunschweig, frankfurt=francfort, dusseldorf=duesseldorf, tubingen=tuebingen, wurzburg=wuerzburg,
gottingen=goettingen, saarbrucken=saarbruecken, lubeck=luebeck, munster=muenster, mainz=mayence, trier=treves, aachen=aquisgran,
hamburg=hamburgo=hambourg, berlin=berlino, dresden=dresde, leipzig=lipsia, bremen=breme, saarland, bavaria=bayern=baviera=baviere,
saxony=sachsen, brussels=bruxelles=brussel=bruselas, antwerp=antwerpen=anvers=amberes, ghent=gent=gand=gante, leuven=louvain=lovaina,
liege=luik=lieja, bruges=brugge, mons=bergen, the hague=den haag=la haya, copenhagen=kobenhavn=koebenhavn=copenhague,
gothenburg=goteborg=goeteborg, helsinki=helsingfors, turku=abo, aarhus=arhus, lisbon=lisboa=lisbonne=lissabon, porto=oporto,
seville=sevilla, saragossa=zaragoza, cordoba, catalonia=catalunya=cataluna=katalonien, valencia=valence, corunna=coruna, basque country=pais vasco=euskadi,
rome=roma=rom, milan=milano=mailand, turin=torino, naples=napoli=neapel=napoles, florence=firenze=florencia=florenz,
venice=venezia=venecia=venedig, genoa=genova=genua=genes, padua=padova=padoue, bologna=bolonia=bologne, pavia=pavie,
trento=trient=trent, bolzano=bozen, sicily=sicilia=sicile, sardinia=sardegna=cerdena, tuscany=toscana, lombardy=lombardia, palermo=palerme,
athens=athina=atenas=athenes=athen, thessaloniki=salonica=saloniki, crete=kriti=creta, prague=praha=praga=prag, brno=brunn, warsaw=warszawa=varsovia=varsovie=warschau,
cracow=krakow=cracovia=cracovie=krakau, lodz, wroclaw=breslau, gdansk=danzig, poznan=posen, bucharest=bucuresti=bucarest, budapest,
belgrade=beograd=belgrado, zagreb, ljubljana=laibach, bratislava=pressburg, sofia, vilnius=vilna, kaunas, tartu, tallinn=reval,
kyiv=kiev=kyjiv, kharkiv=kharkov, lviv=lvov=lwow=lemberg, odesa=odessa, moscow=moskva=moscu=moscou=moskau, saint petersburg=st petersburg=san petersburgo,
istanbul=constantinople=estambul, ankara, izmir=smyrna, jerusalem=yerushalayim=al quds, tel aviv, cairo=el cairo=le caire=kairo=al qahirah, alexandria,
beijing=peking=pekin, nanjing=nanking, guangzhou=canton, shanghai, tianjin=tientsin, chongqing=chungking, xian, hong kong=hongkong,
tokyo=tokio, kyoto=kioto, busan=pusan, gyeongju, seoul=seul, incheon=inchon, daegu=taegu, gwangju=kwangju, taipei=taipeh, mumbai=bombay, kolkata=calcutta,
chennai=madras, bengaluru=bangalore, pune=poona, varanasi=benares, thiruvananthapuram=trivandrum, yangon=rangoon, ho chi minh city=saigon, dhaka=dacca,
mexico city=ciudad de mexico=cdmx, havana=la habana=la havane, rio de janeiro, sao paulo=san pablo, brasilia, bogota, quebec city=ville de quebec,
montreal, new york city=nyc=ciudad de nueva york, new orleans=nueva orleans, philadelphia=filadelfia, district of columbia=washington dc=washington district of columbia, cape town=kapstadt=ciudad del cabo,
algiers=alger=argel, tunis=tunez, tripoli, dakar, edinburgh=edimburgo=edimbourg, london=londres=londra, dublin=baile atha cliath, cardiff=caerdydd,
marseille=marseilles=marsella, lyon=lyons, strasbourg=strassburg=estrasburgo, nice=niza=nizza, toulouse=tolosa, bordeaux=burdeos, paris=parigi,
flanders=vlaanderen=flandes=flandre, wallonia=wallonie, brittany=bretagne=bretana, normandy=normandie, burgundy=bourgogne, corsica=corse, silesia=slask, galicia=galiza,
andalusia=andalucia, castile=castilla, navarre=navarra, balearic islands=illes balears=islas baleares, canary islands=islas canarias";

/// Other well-known cities and regions.
const CITIES: &str = "
los angeles, chicago, houston, phoenix, san antonio, san diego, dallas, san jose, austin, jacksonville, fort worth=ft worth, columbus, charlotte,
san francisco=sf, indianapolis, seattle, denver, boston, nashville, detroit, oklahoma city, portland, memphis, louisville, baltimore,
milwaukee, albuquerque, tucson, fresno, sacramento, mesa, kansas city, atlanta, omaha, colorado springs, raleigh, miami, virginia beach, oakland, minneapolis,
tulsa, tampa, arlington, wichita, bakersfield, aurora, anaheim, honolulu, santa ana, riverside, corpus christi, lexington, saint paul=st paul, cincinnati,
saint louis=st louis, pittsburgh, greensboro, lincoln, anchorage, plano, orlando, irvine, newark, toledo, durham, chula vista, fort wayne=ft wayne, jersey city, saint petersburg,
laredo, madison, chandler, buffalo, lubbock, scottsdale, reno, glendale, norfolk, winston salem, chesapeake, fremont, baton rouge, richmond, boise, san bernardino,
spokane, birmingham, modesto, des moines, rochester, tacoma, fontana, oxnard, moreno valley, fayetteville, huntington beach, yonkers, montgomery, amarillo, little rock, akron,
augusta, mobile, shreveport, grand rapids, salt lake city, huntsville, tallahassee, knoxville, worcester, brownsville, santa clarita, providence, chattanooga, tempe,
jackson, savannah, eugene, salem, springfield, fort collins, lancaster, syracuse, hollywood, dayton, bridgeport, new haven, hartford, stamford, rockford, joliet, naperville, peoria,
topeka, olathe, waco, denton, mcallen, beaumont, abilene, odessa, midland, galveston, el paso, las vegas, henderson, albany, ithaca, utica, binghamton, schenectady, brooklyn, queens, bronx,
manhattan, staten island, long island, harlem, trenton, camden, princeton, atlantic city, wilmington, annapolis, allentown, erie, scranton, bethlehem, harrisburg, green bay,
kenosha, racine, appleton, waukesha, eau claire, oshkosh, janesville, la crosse, sheboygan, wausau, beloit, duluth, saint cloud=st cloud, bloomington, fargo, sioux falls, rapid city, bismarck, billings, missoula,
bozeman, helena, cheyenne, laramie, casper, flagstaff, santa fe, las cruces, provo, ogden, yakima, bellingham, olympia, berkeley, santa cruz, santa barbara, san luis obispo, santa rosa, long beach,
pasadena, pomona, stockton, merced, davis, monterey, palo alto, santa clara, san mateo, hayward, concord, vallejo, burlington, montpelier, manchester, nashua, bangor, lowell, cambridge, amherst, ann arbor, flint, lansing,
kalamazoo, dearborn, saginaw, gary, south bend, evansville, terre haute, muncie, bowling green, youngstown, canton, cleveland, charleston, huntington, morgantown, roanoke, charlottesville, newport news, chapel hill, asheville,
columbia, greenville, macon, gainesville, pensacola, daytona beach, fort lauderdale=ft lauderdale, west palm beach, key west, tuscaloosa, biloxi, hattiesburg, lafayette, monroe, hot springs, champaign, urbana, iowa city, cedar rapids,
davenport, dubuque, ames, lawrence, tyler, urbana champaign, pueblo, boulder, carbondale, edwardsville, pembroke, bay area, silicon valley, central valley, inland empire, upper peninsula, twin cities, new england, midwest, pacific northwest,
toronto, vancouver, calgary, edmonton, ottawa, winnipeg, halifax, hamilton, regina, saskatoon, kingston, waterloo, guelph, sherbrooke, fredericton, moncton,
guadalajara, monterrey, puebla, tijuana, oaxaca, merida, morelia, queretaro, tlaxcala, chiapas, jalisco, veracruz, yucatan, michoacan, sonora, sinaloa, durango, ciudad juarez,
guatemala city, san salvador, tegucigalpa, managua, panama city, medellin, cali, barranquilla, cartagena, caracas, maracaibo, quito, guayaquil, cuenca, lima, cusco, arequipa, la paz, cochabamba, santiago, valparaiso, concepcion,
buenos aires, rosario, mendoza, la plata, montevideo, asuncion, santo domingo, san juan, salvador, recife, fortaleza, curitiba, porto alegre, belo horizonte, campinas, pelotas, uberlandia, lavras, florianopolis, goiania, manaus, belem, natal,
madrid, barcelona, malaga, bilbao, granada, alicante, murcia, salamanca, valladolid, oviedo, santander, leon, tarragona, girona, pamplona, toledo, coimbra, braga, aveiro, evora,
lille, nantes, rennes, montpellier, grenoble, dijon, angers, reims, rouen, caen, brest, tours, poitiers, limoges, clermont ferrand, besancon, nancy, metz, amiens, orleans, avignon, lausanne, fribourg, lugano,
amsterdam, rotterdam, utrecht, groningen, nijmegen, eindhoven, leiden, delft, maastricht, tilburg, bochum, dortmund, essen, duisburg, bonn, stuttgart, karlsruhe, heidelberg, mannheim, freiburg, konstanz, ulm, augsburg, regensburg, bayreuth, passau,
erlangen, jena, halle, magdeburg, rostock, kiel, oldenburg, bielefeld, paderborn, kassel, marburg, giessen, darmstadt, potsdam, graz, linz, salzburg, innsbruck, klagenfurt,
pisa, siena, parma, modena, ferrara, verona, perugia, bari, catania, messina, cagliari, trieste, udine, bergamo, brescia, salerno, ancona, oslo, bergen, trondheim, tromso, stavanger, stockholm, uppsala, lund, umea, linkoping, malmo, odense, aalborg,
tampere, oulu, jyvaskyla, reykjavik, riga, minsk, katowice, lublin, szczecin, torun, ostrava, olomouc, debrecen, szeged, pecs, iasi, cluj, cluj napoca, timisoara, suceava, galati, craiova, plovdiv, varna, sarajevo, skopje, tirana, pristina,
oxford, glasgow, aberdeen, dundee, leeds, sheffield, liverpool, bristol, nottingham, leicester, coventry, southampton, plymouth, exeter, newcastle, york, belfast, swansea, cork, galway, limerick, wales, scotland, england, northern ireland,
johannesburg, pretoria, durban, nairobi, kampala, addis ababa, lagos, abuja, ibadan, accra, kumasi, dar es salaam, harare, lusaka, khartoum, casablanca, rabat, marrakech, fes, beirut, damascus, amman, baghdad, basra, tehran, isfahan, shiraz, tabriz, mashhad,
riyadh, jeddah, dubai, abu dhabi, sharjah, doha, kabul, karachi, lahore, islamabad, peshawar, delhi, new delhi, hyderabad, ahmedabad, kanpur, lucknow, jaipur, indore, bhopal, nagpur, patna, chandigarh, guwahati, kerala, punjab, gujarat, tamil nadu, maharashtra, karnataka,
west bengal, rajasthan, uttar pradesh, bihar, assam, kathmandu, colombo, bangkok, chiang mai, hanoi, manila, cebu, davao, jakarta, bandung, surabaya, yogyakarta, kuala lumpur, penang, johor, sarawak, sabah,
osaka, nagoya, fukuoka, sapporo, kobe, hiroshima, sendai, nara, niigata, okayama, kumamoto, kagoshima, yokohama, okinawa, hokkaido, kyushu, tohoku, daejeon, ulsan, jeju, suwon, jeonju, kaohsiung, taichung, tainan, hsinchu,
shenzhen, wuhan, chengdu, hangzhou, suzhou, changsha, jinan, qingdao, dalian, harbin, shenyang, changchun, hefei, fuzhou, xiamen, nanchang, zhengzhou, taiyuan, lanzhou, kunming, guiyang, nanning, wuxi, ningbo, dongguan, shantou, yantai,
anhui, fujian, gansu, guangdong, guangxi, guizhou, hainan, hebei, heilongjiang, henan, hubei, hunan, inner mongolia, jiangsu, jiangxi, jilin, liaoning, ningxia, qinghai, shaanxi, shandong, shanxi, sichuan, tibet, xinjiang, yunnan, zhejiang,
sydney, melbourne, brisbane, perth, adelaide, canberra, hobart, darwin, queensland, new south wales, tasmania, south australia, western australia, auckland, wellington, christchurch, dunedin, gaza, west bank, kurdistan, kashmir";
