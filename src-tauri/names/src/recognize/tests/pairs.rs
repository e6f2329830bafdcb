//! Pairs of names, and what they are to each other.

/// Two chapters, or a chapter and its parent, or an organization and the one beside it: never the same.
pub(super) const APART: &[(&str, &str)] = &[
    (
        "National Lawyers’ Guild Madison Chapter",
        "National Lawyers’ Guild Milwaukee Chapter",
    ),
    (
        "National Lawyers Guild, Madison",
        "National Lawyers Guild, Milwaukee",
    ),
    ("National Lawyers Guild", "National Lawyers Guild Madison Chapter"),
    ("National Lawyers Guild", "National Lawyers Guild (Madison)"),
    ("National Lawyers Guild", "National Lawyers Guild - Madison"),
    (
        "NAACP",
        "National Association for the Advancement of Colored People (NAACP) - Milwaukee Branch",
    ),
    (
        "NAACP Madison Branch",
        "National Association for the Advancement of Colored People (NAACP) - Milwaukee Branch",
    ),
    (
        "National Association for the Advancement of Colored People",
        "NAACP Milwaukee",
    ),
    ("ACLU", "ACLU of Wisconsin"),
    ("American Civil Liberties Union", "ACLU of Wisconsin"),
    ("ACLU of Wisconsin", "ACLU of Michigan"),
    ("ACLU of Wisconsin", "ACLU of Wisconsin Foundation"),
    ("DSA", "Milwaukee DSA"),
    (
        "Democratic Socialists of America",
        "Madison Area Democratic Socialists of America",
    ),
    ("LULAC", "League of United Latin American Citizens - WI"),
    (
        "League of United Latin American Citizens",
        "League of United Latin American Citizens - WI",
    ),
    (
        "League of United Latin American Citizens - TX",
        "League of United Latin American Citizens - WI",
    ),
    ("NASW", "NASW-WI"),
    (
        "National Association of Social Workers",
        "National Association of Social Workers, Wisconsin Chapter",
    ),
    ("League of Women Voters of Wisconsin", "League of Women Voters"),
    (
        "League of Women Voters of Wisconsin",
        "League of Women Voters of Minnesota",
    ),
    (
        "League of Women Voters of Wisconsin",
        "League of Women Voters of Wisconsin Education Fund",
    ),
    ("Voces de la Frontera", "Voces de la Frontera Action"),
    ("Milwaukee Turners", "Milwaukee Turners Foundation"),
    (
        "First Unitarian Society - Madison - Justice Ministry",
        "First Unitarian Society - Madison",
    ),
    ("Wisconsin Faith Voices for Justice", "Faith Voices for Justice"),
    (
        "Lutheran Office for Public Policy in Wisconsin",
        "Lutheran Office for Public Policy in California",
    ),
    ("WISDOM", "WISDOM Wisconsin"),
    ("Brown Berets", "Brown Berets de Milwaukee"),
    ("Local 212", "Local 213"),
    ("Lanternmakers Local 212", "Lanternmakers Local 213"),
    ("Lanternmakers", "Lanternmakers Local 212"),
    (
        "Lanternmakers Local 212, LMU-ABC",
        "Lanternmakers Local 213, LMU-ABC",
    ),
    ("LMU 1199", "LMU 1021"),
    ("LMU Council 32", "LMU Council 31"),
    ("LMU District 3", "LMU District 4"),
    ("Quiet Rivers", "Quiet Rivers Lone Tree Chapter"),
    ("Quiet Rivers", "Lone Tree Chapter of Quiet Rivers"),
    (
        "Quiet Rivers Lone Tree Chapter",
        "Quiet Rivers Tall Grass Chapter",
    ),
    ("Quiet Rivers", "Quiet Rivers - Wisconsin"),
    ("Quiet Rivers", "Quiet Rivers Action Fund"),
    ("Quiet Rivers", "Quiet Rivers PAC"),
    (
        "Quiet Rivers of Northern California",
        "Quiet Rivers of Southern California",
    ),
    ("Lamplight International", "Lamplight International USA"),
    ("Lamplight Deutschland", "Lamplight España"),
    (
        "Veterans of the Lamp Chapter 25",
        "Veterans of the Lamp Chapter 27",
    ),
    ("Veterans of the Lamp", "Veterans of the Lamp, Chapter 25"),
    ("Homes Together of Dane County", "Homes Together of Kent County"),
    ("Homes Together", "Homes Together of Dane County"),
    (
        "North Carolina Council of Lamplighters",
        "South Carolina Council of Lamplighters",
    ),
    (
        "National Lamplighters Council",
        "National Lamplighters Council, Greater Dallas",
    ),
    (
        "Asociación de Faroleros, Capítulo Puebla",
        "Asociación de Faroleros, Capítulo Oaxaca",
    ),
    ("Faroleros Mexicanos", "Faroleros Mexicanos Delegación Puebla"),
    (
        "Sindicato de Faroleros, Sección 22",
        "Sindicato de Faroleros, Sección 18",
    ),
    ("LAMPE Landesverband Bayern", "LAMPE Landesverband Sachsen"),
    ("LAMPE", "LAMPE Landesverband Bayern"),
    ("Lamplighters Church, Madison", "Lamplighters Church, Milwaukee"),
    ("Lamplight Women United", "Lamplight Women United in Wisconsin"),
    (
        "Fairlight Neighborhood Association",
        "Fairlight Neighborhood Association East Chapter",
    ),
    (
        "Lamplight Legal Aid Society",
        "Lamplight Legal Aid Society of Cleveland",
    ),
    ("Lamp Institute", "Lamp Institute, Texas"),
    (
        "University of Lampeter–Madison",
        "University of Lampeter–Milwaukee",
    ),
];

/// Different organizations with much in common.
pub(super) const DIFFERENT: &[(&str, &str)] = &[
    (
        "Quillan Academy of Sciences, Institute of Lamp Physics and Glass",
        "Quillan Academy of Sciences, Institute of Glass Biology and Lamps",
    ),
    (
        "Quillan Academy of Sciences, Institute of Lamps",
        "Institute of Lamps",
    ),
    ("AI/ML Lamps", "Adams Illumination"),
    ("Brixley Lamp League", "National Lamp League"),
    ("National Coalition", "Coalition"),
    (
        "League of Brixley Lamplighters",
        "League of Brixley County Lamplighters",
    ),
    ("Lamp Watch International", "Lamp Watch of America"),
    ("Lamp Teachers", "Lamp Teachers for Peace"),
    ("National Coalition", "National Coalition on Lamp Care"),
    ("University of Tarvin", "University of Greater Tarvin"),
    ("Lamp Workers Local 32", "Lamp Workers, Brixley Local 33"),
    ("Lanternwise", "Lanternwise Brixley"),
    ("Lanternwise", "Lanternwise Action Fund"),
    ("LAAMP", "LAMP"),
    ("Lamp Council (formerly Candle Board)", "Candle Board of Ohio"),
    ("Red de Faroleras", "Red de Faroleras (Antigua Guatemala)"),
    ("Center for Lamp Policy", "Institute for Lamp Policy"),
    ("Center for Rural Lamps", "Center for Urban Lamps"),
    ("Fair Lamp Council", "Fair Lamp Center"),
    (
        "Bread and Lamps Community Fund",
        "Bread and Lamps Community Foundation",
    ),
    ("Wisconsin Justice Initiative", "Wisconsin Justice Institute"),
    ("Alliance for Lamps", "Alliance for Climate Lamps"),
    ("Lamp Law Caucus", "Lamp Law Alliance"),
    ("Make the Lamp New York", "Make the Lamp New Jersey"),
    ("Brightwater University", "Brightwater University Hospital"),
    (
        "Brightwater University",
        "Brightwater University of Applied Sciences",
    ),
    ("Brightwater State University", "Brightwater University"),
    ("University of Brightwater", "Medical University of Brightwater"),
    ("Universidad de Aguaclara", "Universidad Nacional de Aguaclara"),
    ("Lampwick Industries, Inc.", "Lampwell Industries, Inc."),
    ("Universität Hellwasser", "Universität Dunkelwasser"),
    ("Lamp Fund III", "Lamp Fund IV"),
    ("St. Lum's Parish", "St. Luk's Parish"),
    ("Casa Lumia", "Casa Lumta"),
    // Two languages, and nothing but ordinary words in common.
    (
        "Brixley Comprehensive Cancer Centre",
        "Centre de Recherche en Cancérologie de Tarvin",
    ),
    ("Brixley Hospital", "Hôpital Tarvin"),
    ("University of Brixley", "Universidad de la Tarvina"),
    ("Laboratory of Lamp Chemistry", "Laboratoire de Chimie des Verres"),
    (
        "National Autonomous University of Brixley",
        "Universidad Nacional Autónoma de Tarvina",
    ),
    (
        "Brixley Research Foundation",
        "Fundación para la Investigación de la Tarvina",
    ),
];

/// The same organization, to be taken or asked.
pub(super) const SAME: &[(&str, &str)] = &[
    ("Lamp League", "National Lamp League"),
    (
        "Quillan Academy of Sciences, Institute of Lamp Physics and Glass",
        "Institute of Lamp Physics and Glass",
    ),
    (
        "Institute of Lamp Physics and Glass, Quillan Academy of Sciences",
        "Institute of Lamp Physics and Glass",
    ),
    ("Lamps for All, a project of Lantern Trust", "Lamps for All"),
    (
        "Brixley Lamps (fiscally sponsored by Vernal Trust)",
        "Brixley Lamps",
    ),
    ("Lámparas Unidas, un proyecto de Casa Verde", "Lámparas Unidas"),
    ("LWU, AFL-CIO", "Lamp Workers United"),
    (
        "Guild of Lamp Owners",
        "Guild of Lamp Owners of the United States",
    ),
    (
        "Conference of Lamp Mayors",
        "United States Conference of Lamp Mayors",
    ),
    ("Lamp Parents", "Lamp Parents Federation of America"),
    ("Sisters of the Lamp", "Sisters of the Lamp of the Americas"),
    ("Lamp Workers Local 32", "Lamp Workers, Brixley Local 32"),
    (
        "Wickers Local 344",
        "International Brotherhood of Wickers Local 344",
    ),
    ("Lamp League of Brixley", "Lamp League of Greater Brixley"),
    ("Brixley Lamp Friends", "Brixley Area Lamp Friends"),
    (
        "Oakmoor Lamp Legal Defense Fund",
        "Oakmoor Lamp Legal Defense and Educational Fund",
    ),
    ("Oakmoor Center", "Oakmoor Center for Justice"),
    (
        "Oakmoor Center for Justice",
        "Oakmoor Center for Justice at Tarvin School of Law",
    ),
    ("Lanternwise", "Lanternwise for Safe Streets"),
    ("Farolera", "Fundación Farolera"),
    ("Lamp Project", "Lamp Project National Office"),
    ("Lamps for All Alliance", "Lamps 4 All Alliance"),
    ("Bright Union", "Bright Union (formerly Candle Makers Board)"),
    (
        "Candle Makers Board",
        "Bright Union, formerly known as Candle Makers Board",
    ),
    ("Candle Makers Board", "Bright Union dba Candle Makers Board"),
    ("Mesa Gris", "Mesa Azul (antes Mesa Gris)"),
    ("CCFF", "Cofradías Faroleras"),
    (
        "ALF-CIT",
        "Alliance of Lamp Friends and Congress of Industrial Tinkers",
    ),
    ("NWLP", "Northwest Lamp Project"),
    ("Asaco", "Associação dos Salineiros Conjuntos - Asaco"),
    (
        "UN Office for Quiet Harbors",
        "United Nations Office for Quiet Harbors",
    ),
    (
        "Lamp and Wick Organization of the United Nations",
        "Lamp and Wick Organization",
    ),
    ("Brixley Red Cross", "Croix-Rouge Brixley"),
    ("Lantern International", "Lantern"),
    ("Stichting Lantern Brixley", "Lantern Brixley"),
    (
        "Great Fund to Fight Rust, Moths and Mildew GFRMM",
        "The Great Fund to Fight Rust, Moths and Mildew",
    ),
    (
        "NAACP Milwaukee Branch",
        "National Association for the Advancement of Colored People (NAACP) - Milwaukee Branch",
    ),
    ("NAACP - Milwaukee", "NAACP Milwaukee Branch"),
    (
        "National Association of Social Workers - WI Chapter",
        "National Association of Social Workers, Wisconsin Chapter",
    ),
    (
        "NASW-WI",
        "National Association of Social Workers, Wisconsin Chapter",
    ),
    ("NLG Milwaukee", "National Lawyers’ Guild Milwaukee Chapter"),
    (
        "Milwaukee Chapter of the National Lawyers Guild",
        "National Lawyers’ Guild Milwaukee Chapter",
    ),
    ("LULAC Wisconsin", "League of United Latin American Citizens - WI"),
    ("BLOC", "Black Leaders Organizing for Communities (BLOC)"),
    (
        "Black Leaders Organizing Communities",
        "Black Leaders Organizing for Communities (BLOC)",
    ),
    (
        "Hmong-American Women's Assoc. Inc",
        "Hmong American Women’s Association, Inc.",
    ),
    ("HAWA", "Hmong American Women’s Association, Inc."),
    ("Democratic Socialists of America", "DSA"),
    ("American Civil Liberties Union of Wisconsin", "ACLU of Wisconsin"),
    ("Wisconsin ACLU", "ACLU of Wisconsin"),
    ("WI League of Women Voters", "League of Women Voters of Wisconsin"),
    ("Kids Foward", "Kids Forward"),
    ("Voces De La Fronterra", "Voces de la Frontera"),
    ("Hanan Refugees Relief", "Hanan Refugees Relief Group"),
    ("Rid Racism Milwaukee", "RidRacism Milwaukee"),
    (
        "Taskforce on Criminal Justice Reform",
        "Task Force on Criminal Justice Reform",
    ),
    (
        "Lutheran Office of Public Policy in Wisconsin",
        "Lutheran Office for Public Policy in Wisconsin",
    ),
    (
        "Justice Ministry, First Unitarian Society of Madison",
        "First Unitarian Society - Madison - Justice Ministry",
    ),
    ("Luz y Paz Foundation", "Fundación Luz y Paz"),
    ("Brightwater University", "University of Brightwater"),
    ("Universität Hellwasser", "University of Hellwasser"),
    (
        "Università degli Studi di Acquachiara",
        "University of Acquachiara",
    ),
    (
        "Department of Lamps, University of Brightwater",
        "University of Brightwater",
    ),
    (
        "Brightwater University School of Medicine",
        "Brightwater University",
    ),
    ("UB Dallas", "University of Brightwater at Dallas"),
    ("Quiet Rivers Action", "Quiet Rivers Action Fund"),
    ("Brightwater Institute", "Brightwater"),
    ("Instituto Aguaclara", "Aguaclara"),
    ("Quiet Rivers", "Quiet Rivers, organizing for clean water"),
    ("LAMPS: Learning About Many Peoples", "Lamps"),
    ("Red de Faroleros (Lamplighters Network)", "Lamplighters Network"),
    ("Lamplighters Network / Red de Faroleros", "Red de Faroleros"),
    (
        "Brightwater Society",
        "Brightwater Society: a home for lamplighters",
    ),
    ("CONAFAR", "Consejo Nacional de Faroleros"),
    (
        "Institute of Lamp Volcanology",
        "Instituto de Vulcanología de Lamp",
    ),
];

/// The same name, written differently: taken without asking.
pub(super) const EXACT: &[(&str, &str)] = &[
    ("Laternenfreunde Brixley e V", "Laternenfreunde Brixley e.V."),
    ("Ctr. for Lamp Justice", "Center for Lamp Justice"),
    ("1st Lamp Church", "First Lamp Church"),
    ("Lamp Fdn", "Lamp Foundation"),
    ("Amer. Lamp Inst.", "American Lamp Institute"),
    (
        "Hmong American Women’s Association, Inc.",
        "HMONG AMERICAN WOMEN'S ASSOCIATION",
    ),
    (
        "Wisconsin Network for Peace & Justice",
        "Wisconsin Network for Peace and Justice",
    ),
    ("The Milwaukee Turners, Inc.", "Milwaukee Turners"),
    (
        "League of United Latin American Citizens, WI",
        "League of United Latin American Citizens - Wisconsin",
    ),
    ("ACLU of WI", "ACLU of Wisconsin"),
    (
        "Black Leaders Organizing for Communities",
        "Black Leaders Organizing for Communities (BLOC)",
    ),
    (
        "BLOC (Black Leaders Organizing for Communities)",
        "Black Leaders Organizing for Communities (BLOC)",
    ),
    ("Fundación Luz y Paz, A.C.", "FUNDACION LUZ Y PAZ"),
    ("Lampenfreunde e. V.", "Lampenfreunde e.V."),
    ("Lámparas S.A. de C.V.", "Lamparas, SA de CV"),
    ("L’Entraide", "l'entraide"),
    ("D.S.A.", "DSA"),
    ("Lamp – Light – Society", "Lamp-Light Society"),
    ("Univ. of Brightwater", "University of Brightwater"),
    ("Lamps &amp; Wicks", "Lamps and Wicks"),
    ("LA Lamplighters Union", "Los Angeles Lamplighters Union"),
    ("İstanbul Lambası", "Istanbul Lambasi"),
    ("LightOfLamps", "Light of Lamps"),
    ("LAMP 21", "LAMP21"),
    ("Confederación de Faroleros del Sur – CFS", "CFS"),
    ("CFS - Confederación de Faroleros del Sur", "CFS"),
    (
        "CFS: Confederación de Faroleros del Sur",
        "Confederación de Faroleros del Sur",
    ),
    (
        "CFS Confederación de Faroleros del Sur",
        "Confederación de Faroleros del Sur (CFS)",
    ),
    ("Consejo Nacional de Faroleros – CONAFAR", "CONAFAR"),
];
