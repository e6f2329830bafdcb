//! The words that tell one part of a body from another: cities, parts of the world, provinces.

use std::collections::HashSet;
use std::sync::LazyLock;

word_set! {
    /// A word that stands alone after a comma to tell one part of a body from another.
    is_part, "east west north south central northeast northwest southeast southwest national international afl-cio clc america americas usa us u.s u.s.a uk u.k global worldwide
    incorporated norte sur este oeste nord sud est ouest ost sud europe europa international"
}

word_set! {
    /// A word for those at a school or university, and for what they form there: Faculty Senate, Graduate Student Council.
    is_of_a_school, "faculty student students staff graduate undergraduate postdoctoral academic senate council government association assembly
    union alumni"
}

word_set! {
    /// A word for a part of a body that seldom stands alone: Midwest Province, Leadership Team, Retirees.
    is_subdivision, "province provincial provinces leadership auxiliary retirees headquarters hq provincia provinz"
}

word_set! {
    /// The folded name of a large or often named city, of one word; `two_word_city` knows those of two.
    is_city, "tempe mesa glendale chandler scottsdale yuma gilbert peoria flagstaff harrisburg allentown scranton lancaster erie bethlehem topeka wichita lincoln
    olympia yakima bellingham everett vancouver salem bend corvallis medford pasadena burbank inglewood compton fremont hayward stockton modesto bakersfield oxnard ventura
    salinas watsonville sunnyvale petaluma arlington plano lubbock amarillo laredo brownsville mcallen galveston waco abilene beaumont hialeah sarasota gainesville tallahassee pensacola
    asheville wilmington columbia greenville augusta macon huntsville tuscaloosa biloxi gulfport lafayette monroe fayetteville jonesboro evansville muncie bloomington carbondale
    decatur joliet elgin rockford champaign urbana evanston kalamazoo pontiac saginaw dearborn youngstown cleveland lima dubuque davenport ames sioux fargo bismarck billings bozeman
    missoula helena pocatello provo ogden pueblo boulder cheyenne laramie casper stamford bridgeport waterbury norwalk danbury lowell lawrence somerville quincy brockton fitchburg
    amherst northampton holyoke pawtucket nashua concord bangor augusta lewiston montpelier yonkers utica binghamton ithaca poughkeepsie newburgh paterson camden elizabeth hoboken
    montclair princeton annapolis frederick rockville bethesda alexandria roanoke charlottesville morgantown wheeling huntington lexington fairbanks juneau hilo
    tegucigalpa managua guatemala panama habana maracaibo maracay valencia barquisimeto bucaramanga ibague pereira manizales pasto popayan neiva trujillo piura iquitos puno tacna ayacucho
    cochabamba oruro potosi sucre tarija concepcion valparaiso temuco antofagasta iquique arica rancagua talca osorno tucuman salta jujuy neuquen corrientes posadas parana resistencia
    formosa catamarca bariloche ushuaia rosario luque encarnacion paysandu maldonado rivera saltillo torreon durango culiacan mazatlan zacatecas aguascalientes leon morelia cuernavaca pachuca
    tlaxcala veracruz xalapa villahermosa tuxtla campeche cancun chetumal colima tepic mexicali ensenada zaragoza sevilla malaga granada almeria jaen huelva badajoz caceres toledo albacete
    alicante elche castellon tarragona lleida girona gerona pamplona bilbao vitoria gasteiz donostia logrono burgos palencia segovia avila soria teruel huesca lugo ourense coruna pontevedra gijon
    leganes getafe mostoles alcorcon terrassa sabadell badalona mataro reus porto coimbra braga lisboa aveiro faro evora setubal salvador recife fortaleza brasilia curitiba manaus belem natal
    florianopolis goiania cuiaba maceio teresina aracaju campinas santos niteroi olinda bologna firenze torino genova palermo catania bari padova venezia verona trieste perugia pisa siena modena
    parma ferrara ravenna rimini ancona pescara lecce cagliari sassari bergamo brescia trento bolzano udine como pavia potsdam rostock gorlitz cottbus plauen zwickau hagen aachen krefeld
    madison milwaukee chicago boston seattle portland denver houston dallas austin phoenix tucson albuquerque detroit cleveland cincinnati columbus
    pittsburgh philadelphia baltimore atlanta miami tampa orlando jacksonville nashville memphis louisville indianapolis minneapolis duluth omaha tulsa
    sacramento oakland berkeley fresno irvine davis riverside anaheim honolulu anchorage boise spokane tacoma eugene reno buffalo rochester albany syracuse
    brooklyn manhattan bronx queens newark trenton hartford providence worcester springfield burlington richmond norfolk charlotte raleigh durham greensboro
    charleston savannah birmingham montgomery mobile jackson shreveport knoxville chattanooga lansing flint toledo dayton akron mankato racine kenosha
    london manchester liverpool leeds glasgow edinburgh cardiff belfast dublin paris lyon marseille toulouse nantes strasbourg bordeaux lille grenoble rennes montpellier
    brussels bruxelles geneva geneve lausanne zurich bern basel berlin hamburg munich munchen koln cologne frankfurt stuttgart leipzig dresden bremen hannover
    kiel rostock lubeck schwerin potsdam magdeburg erfurt jena kassel gottingen munster bielefeld dortmund essen bochum duisburg dusseldorf bonn mainz trier
    wiesbaden darmstadt heidelberg mannheim karlsruhe freiburg tubingen ulm augsburg nuremberg nurnberg regensburg wurzburg bamberg passau chemnitz fulda husum
    flensburg oldenburg osnabruck braunschweig innsbruck linz klagenfurt luzern winterthur brest metz nancy reims dijon angers tours limoges nice caen rouen amiens
    lome dakar abidjan tunis rabat casablanca beirut amman bristol sheffield nottingham leicester oxford cambridge bath exeter cork galway limerick swansea aberdeen dundee
    salamanca valladolid cordoba cadiz murcia oviedo santander vigo rosario mendoza cusco arequipa guayaquil cuenca cartagena barranquilla vienna wien graz salzburg rome roma milan milano turin naples madrid barcelona valencia sevilla zaragoza malaga bilbao granada lisbon porto amsterdam rotterdam utrecht
    oslo stockholm copenhagen helsinki warsaw prague budapest bucharest athens istanbul ankara kyiv tbilisi
    bogota medellin cali lima quito santiago caracas montevideo asuncion guadalajara monterrey tijuana hermosillo merida oaxaca puebla queretaro toluca chihuahua
    toronto montreal ottawa vancouver calgary edmonton winnipeg halifax quebec nairobi lagos accra johannesburg cairo delhi mumbai bangalore dhaka karachi manila jakarta tokyo seoul beijing sydney melbourne brisbane"
}

/// Whether a folded name is that of an often named city of two or three words.
pub(in crate::list) fn is_long_city_name(folded: &str) -> bool {
    const CITIES: &[&str] = &[
        "new york",
        "new york city",
        "los angeles",
        "san francisco",
        "san diego",
        "san jose",
        "santa barbara",
        "santa cruz",
        "las vegas",
        "el paso",
        "san antonio",
        "fort worth",
        "salt lake city",
        "kansas city",
        "st. louis",
        "st louis",
        "st. paul",
        "st paul",
        "saint paul",
        "new orleans",
        "baton rouge",
        "little rock",
        "oklahoma city",
        "santa fe",
        "des moines",
        "iowa city",
        "cedar rapids",
        "sioux falls",
        "green bay",
        "eau claire",
        "la crosse",
        "ann arbor",
        "grand rapids",
        "long beach",
        "chapel hill",
        "college park",
        "new haven",
        "buenos aires",
        "mexico city",
        "ciudad de mexico",
        "la paz",
        "la plata",
        "san salvador",
        "ciudad juarez",
        "sao paulo",
        "rio de janeiro",
        "cape town",
        "new delhi",
        "hong kong",
        "tel aviv",
        "la haye",
        "the hague",
    ];
    CITIES.contains(&folded)
}

/// Whether a folded text is the name of a part of a country: a Land, a region, a province, a state of Mexico or Brazil.
pub(in crate::list) fn is_region(folded: &str) -> bool {
    static NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| REGIONS.split('|').map(str::trim).collect());
    NAMES.contains(folded)
}

/// Regions by country: Germany, Austria and Switzerland, Italy, France, Spain, Mexico, Brazil, Argentina, Colombia, Chile, Canada.
const REGIONS: &str = "
baden-wurttemberg|bayern|brandenburg|hessen|mecklenburg-vorpommern|niedersachsen|nordrhein-westfalen|nrw|rheinland-pfalz|saarland|sachsen|
sachsen-anhalt|schleswig-holstein|thuringen|burgenland|karnten|niederosterreich|oberosterreich|steiermark|tirol|vorarlberg|aargau|graubunden|
thurgau|solothurn|
abruzzo|basilicata|calabria|campania|emilia-romagna|emilia romagna|friuli-venezia giulia|friuli venezia giulia|lazio|liguria|lombardia|marche|
molise|piemonte|puglia|sardegna|sicilia|toscana|trentino-alto adige|trentino alto adige|umbria|valle d'aosta|veneto|
auvergne-rhone-alpes|bourgogne-franche-comte|bretagne|centre-val de loire|corse|grand est|hauts-de-france|ile-de-france|normandie|
nouvelle-aquitaine|occitanie|pays de la loire|provence-alpes-cote d'azur|guadeloupe|martinique|guyane|reunion|la reunion|alsace|wallonie|
andalucia|aragon|asturias|baleares|illes balears|islas baleares|canarias|cantabria|castilla y leon|castilla-la mancha|castilla la mancha|cataluna|
catalunya|comunidad valenciana|comunitat valenciana|pais valencia|extremadura|galicia|galiza|la rioja|navarra|euskadi|pais vasco|euskal herria|
baja california|baja california sur|campeche|chiapas|coahuila|estado de mexico|edomex|guanajuato|guerrero|hidalgo|jalisco|michoacan|morelos|nayarit|
nuevo leon|quintana roo|san luis potosi|sinaloa|sonora|tabasco|tamaulipas|yucatan|cdmx|
acre|alagoas|amapa|amazonas|bahia|ceara|distrito federal|espirito santo|goias|maranhao|mato grosso|mato grosso do sul|minas gerais|para|paraiba|
parana|pernambuco|piaui|rio grande do norte|rio grande do sul|rondonia|roraima|santa catarina|sergipe|tocantins|
caba|capital federal|provincia de buenos aires|chaco|chubut|entre rios|la pampa|misiones|rio negro|san juan|san luis|santa fe|
santiago del estero|tierra del fuego|
antioquia|atlantico|boyaca|caldas|cauca|choco|cundinamarca|huila|la guajira|magdalena|meta|narino|norte de santander|putumayo|quindio|risaralda|
santander|tolima|valle del cauca|
araucania|atacama|aysen|biobio|coquimbo|los lagos|los rios|magallanes|maule|nuble|o'higgins|region metropolitana|
alberta|british columbia|manitoba|new brunswick|nova scotia|ontario|quebec|saskatchewan|newfoundland and labrador|prince edward island|
england|scotland|wales|northern ireland|new south wales|queensland|south australia|western australia|tasmania";
