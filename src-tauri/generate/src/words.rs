//! The words that synthetic names, places and texts are put together from. Places are invented; only states are real.

use std::sync::LazyLock;

/// Words or phrases to choose from.
pub(super) type Words = LazyLock<Vec<&'static str>>;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {$(
        $(#[$doc])*
        pub(super) static $name: Words = LazyLock::new(|| $text.split(',').map(str::trim).collect());
    )*};
}

words! {
    /// How the name of a place begins.
    PLACE_STARTS = "Alder, Amber, Apple, Ash, Aspen, Autumn, Badger, Barley, Basalt, Bear, Beech, Birch, Bison, Bittern, Black,
        Blue, Boulder, Bramble, Brook, Buck, Buffalo, Burr, Button, Caribou, Cedar, Chalk, Cherry, Clay, Clover, Cobalt, Copper,
        Coral, Cotton, Cougar, Crane, Cricket, Crow, Crystal, Cypress, Deer, Dogwood, Dove, Drift, Dry, Eagle, Eastern, Elder, Elk,
        Elm, Ember, Falcon, Fern, Fir, Flint, Fox, Frost, Garnet, Ginkgo, Glass, Golden, Goose, Granite, Grass, Gray, Green, Grouse,
        Gull, Hawk, Hazel, Heather, Hemlock, Heron, Hickory, High, Holly, Honey, Iron, Ivory, Ivy, Jade, Jasper, Juniper, Kestrel,
        Lantern, Larch, Lark, Laurel, Lilac, Lime, Linden, Little, Long, Loon, Lost, Lower, Lupine, Magnolia, Maple, Marble,
        Marsh, Meadow, Mica, Mill, Mint, Mist, Moon, Moose, Moss, Mulberry, Myrtle, Nettle, North, Oak, Ochre, Olive, Opal, Osprey,
        Otter, Owl, Painted, Paper, Peach, Pearl, Pebble, Pecan, Pepper, Pike, Pine, Plum, Poplar, Quail, Quarry, Quince, Rain,
        Raven, Red, Reed, River, Robin, Rose, Rowan, Ruby, Rush, Rust, Saffron, Sage, Salt, Sand, Sassafras, Silver, Slate, Snow,
        Sorrel, South, Sparrow, Spruce, Star, Still, Stone, Stony, Storm, Sugar, Summer, Sun, Swan, Sweet, Sycamore, Tall,
        Tamarack, Teal, Thistle, Thorn, Timber, Tulip, Twin, Upper, Vine, Violet, Walnut, Wander, Water, West, Wheat, White, Wild,
        Willow, Wind, Winter, Wolf, Wren, Yarrow, Yellow, Yew";
    /// How the name of a place of two words ends.
    GROUNDS = "Basin, Bay, Beach, Bend, Bluff, Bottoms, Bridge, Canyon, Cape, Corners, Cove, Creek, Crossing, Dells, Falls, Ferry,
        Field, Flats, Ford, Forest, Fork, Gap, Glen, Grove, Gulch, Harbor, Heights, Hills, Hollow, Island, Junction, Lake, Landing,
        Meadows, Mesa, Mills, Narrows, Park, Pass, Plains, Point, Pond, Prairie, Range, Rapids, Ridge, River, Rock, Shore, Shores,
        Springs, Summit, Terrace, Trail, Valley, View, Village, Vista, Woods";
    /// How the name of a place of one word ends.
    PLACE_ENDS = "bank, berg, borough, brook, bury, dale, field, ford, gate, ham, haven, hurst, land, ley, mere, mont, mouth, port,
        shire, side, stead, ston, thorpe, ton, vale, view, ville, ward, wick, wood, worth";
    /// Places in Spanish.
    PLACES_ES = "Río Claro, Monte Alto, Valle Hondo, Agua Mansa, Laguna Seca, Sierra Chica, Piedra Azul, Campo Nuevo, Puerto Sol,
        San Telmo, Santa Brisa, Los Álamos Viejos, Las Encinas, El Manzano, La Higuera, Cañada Verde, Ojo Frío, Peña Blanca,
        Arroyo Hondo Bajo, Loma Larga, Playa Quieta, Villa Nogal, Dos Robles, Tres Pinos, Los Cedros, El Sauce, La Retama";
    /// What people stand together for.
    CAUSES = "Housing, Tenants’ Rights, Immigrant Rights, Civil Rights, Voting Rights, Human Rights, Disability Rights,
        Workers’ Rights, Reproductive Health, Public Health, Mental Health, Clean Water, Clean Air, Climate Action,
        Environmental Justice, Food Security, Farmworker, Fair Wages, Paid Leave, Child Care, Early Learning, Public Schools,
        Higher Education, Adult Literacy, Libraries, Arts, Legal Aid, Criminal Justice Reform, Bail Reform, Reentry, Juvenile Justice,
        Domestic Violence, Refugee Resettlement, Language Access, Racial Equity, Economic Justice, Tax Fairness, Consumer Protection,
        Transit, Safe Streets, Broadband, Open Government, Peace, Interfaith, Senior Services, Veterans’ Services, Foster Care,
        Youth Development, Homelessness Prevention, Harm Reduction, Health Care, Dental Care, Nursing Home Reform, Rural Health,
        Community Gardens, Land Conservation, Watershed, Renewable Energy, Fair Trade, Press Freedom, Privacy, LGBTQ+ Rights,
        Trans Justice, Indigenous Languages, Prison Visiting, Gun Violence Prevention, Rent Stabilization, Eviction Defense,
        Small Farms, Food Pantry, Public Transit Riders, Student Debt, Caregivers, Black Maternal Health, Deaf and Hard of Hearing";
    /// What a body calls itself.
    FORMS = "Alliance, Association, Assembly, Board, Bureau, Campaign, Caucus, Center, Circle, Coalition, Collaborative, Collective,
        Committee, Commons, Consortium, Cooperative, Council, Exchange, Federation, Forum, Foundation, Fund, Guild, Hub, Initiative,
        Institute, League, Network, Partners, Partnership, Program, Project, Roundtable, Service, Society, Task Force, Trust, Union,
        United, Voices, Watch, Works, Workshop";
    /// Who stands together.
    PEOPLES = "Women, Elders, Youth, Parents, Students, Tenants, Neighbors, Farmers, Fishers, Nurses, Teachers, Drivers, Caregivers,
        Veterans, Renters, Riders, Artists, Musicians, Writers, Immigrants, Grandmothers, Fathers, Sisters, Retirees, Weavers, Bakers,
        Librarians, Doctors, Counselors, Scientists, Cyclists, Gardeners, Growers, Survivors, Families, Homeowners, Physicians,
        Social Workers, Lawyers, Storytellers, Newcomers, Midwives, Foster Parents, Young Adults, Street Vendors";
    /// What they do together.
    DEEDS = "for Justice, for Change, for Peace, for Clean Water, for Fair Housing, for the Future, Rising, Together, United, in Action,
        for Democracy, for Equality, Against Hunger, Against Eviction, for Public Schools, for Safe Streets, for Dignity, for Reform,
        Speak Out, for a Living Wage, for Health Care, Organizing, for the Common Good, for Open Borders, Connect";
    /// Names that mean nothing else.
    BRANDS = "Lantern, Bridgeway, Bramblewood, Copperleaf, Northlight, Wellspring, Threshold, Groundswell, Stepping Stone, Open Door,
        Kindling, Common Table, Longview, Firefly, Waymark, Keystone Path, Harbor Light, Ripple, Trellis, Cornerstone, Loom, Beacon Hill,
        Seedbed, Turning Tide, New Furrow, Bright Thread, Clear Creek, Gather, Homestead, Mosaic, Patchwork, Quilt, Roots and Wings,
        Second Spring, Sister Rivers, Sparkwell, Tandem, Third Shore, Uplift, Vantage, Wayfarer, Whole Cloth, Windward, Woven, Yes And,
        Ember Street, Long Table, Morning Star, Open Field, Paper Crane, Quiet Storm, River Stone, Safe Transition, Tallgrass";
    /// What workers do.
    TRADES = "Bakery Workers, Bus Drivers, Carpenters, Clinic Workers, Dock Workers, Electricians, Farm Workers, Fire Fighters,
        Food Processors, Garment Workers, Graduate Workers, Grocery Workers, Home Care Workers, Hotel Workers, Iron Workers, Janitors,
        Laborers, Letter Sorters, Library Workers, Machinists, Mine Workers, Nurses, Painters, Paper Workers, Pipe Fitters, Plumbers,
        Public Employees, Rail Workers, Roofers, School Employees, Sheet Metal Workers, Stage Hands, Steel Workers, Teachers,
        Telephone Workers, Transit Workers, Truck Drivers, Warehouse Workers, Writers and Editors";
    /// Kinds of churches.
    DENOMINATIONS = "Lutheran, Presbyterian, Methodist, Baptist, Congregational, Episcopal, Mennonite, Moravian, Unitarian, Orthodox,
        African Methodist, Pentecostal, Catholic, United Church of Christ, Brethren, Reformed";
    /// Saints.
    SAINTS = "Agatha, Alban, Anne, Anselm, Aurelia, Bede, Brigid, Cecilia, Clare, Columba, Cyprian, Dominic, Dunstan, Edith, Elmo, Felix,
        Francis, Gertrude, Hedwig, Hilda, Ignatius, Isidore, Jerome, Josaphat, Kateri, Kevin, Leocadia, Lucy, Mark, Martha, Martin,
        Monica, Ninian, Odile, Oscar, Patrick, Perpetua, Rita, Rosalia, Simeon, Stanislaus, Teresa, Ursula, Vitus, Winifred, Zita";
    /// Congregations of several faiths; a place stands before.
    CONGREGATIONS = "Friends Meeting, Islamic Center, Masjid, Sikh Gurdwara, Buddhist Temple, Zen Center, Hindu Temple, Jewish Federation,
        Havurah, Unitarian Fellowship, Interfaith Council, Ministerial Association, Catholic Worker House, Ethical Society,
        Bahá’í Community, Sangha, Synagogue Council, Council of Churches, Clergy Caucus, Chaplains’ Circle";
    /// Parts of a school or a university.
    ACADEMIC = "College of Social Work, School of Law, Law Clinic, Department of Sociology, Center for Labor Studies, Faculty Senate,
        Graduate Assembly, Student Government, Institute for Public Policy, School of Nursing, Library School, Extension Office,
        Immigrant Justice Clinic, Center on Aging, Survey Research Lab, Black Student Union, Latinx Student Alliance, Faculty Union";
    /// Companies.
    TRADES_OF_BUSINESS = "Books, Coffee Roasters, Bicycle Works, Credit Union, Brewing, Builders, Catering, Chamber of Commerce, Childcare,
        Consulting, Design Studio, Family Farm, Farmers Market, Grocery Cooperative, Hardware, Homes, Insurance Group, Landscaping,
        Media, Orchards, Print Shop, Realty, Solar, Software, Theater Company, Veterinary Clinic, Yoga, Tool Library, Law Office";
    /// Bodies of a town or a county.
    OFFICES = "Board of Health, City Council, Common Council, Commission on Aging, Commission on Human Rights, Commission on Women,
        County Board of Supervisors, Department of Public Works, Housing Authority, Library Board, Mayor’s Office, Parks Commission,
        Planning Commission, Public Health Department, School Board, Township Trustees, Transit Authority, Water District";
    /// Legal forms as they follow a name.
    LEGAL = "Inc., LLC, Ltd., Corp., L.L.C., Incorporated, Co-op, PBC";
    /// The cause of a body in Spanish, with its English after a slash.
    CAUSES_ES = "los Derechos Humanos/Human Rights, la Vivienda Digna/Fair Housing, el Agua Limpia/Clean Water,
        los Derechos de los Inmigrantes/Immigrant Rights, la Salud Comunitaria/Community Health, la Educación Pública/Public Education,
        la Justicia Climática/Climate Justice, los Trabajadores del Campo/Farmworkers, la Niñez/Children,
        la Juventud/Youth, las Mujeres/Women, la Paz/Peace, los Inquilinos/Tenants, la Lengua Indígena/Indigenous Languages,
        la Acción Cívica/Civic Action, los Jubilados/Retirees, la Pequeña Agricultura/Small Farms, el Salario Justo/Fair Wages";
    /// A body in Spanish, with its English after a slash.
    FORMS_ES = "Alianza/Alliance, Asociación/Association, Centro/Center, Coalición/Coalition, Comité/Committee, Consejo/Council,
        Cooperativa/Cooperative, Federación/Federation, Fundación/Foundation, Liga/League, Movimiento/Movement, Red/Network, Unión/Union,
        Casa/House, Colectivo/Collective, Organización/Organization, Programa/Program, Mesa/Roundtable";
    /// A body in French.
    FORMS_FR = "Association, Collectif, Comité, Conseil, Coopérative, Fédération, Fondation, Ligue, Maison, Réseau, Union, Société";
    /// The cause of a body in French.
    CAUSES_FR = "des Droits Humains, des Femmes, des Aînés, du Logement, de l’Eau, de la Paix, des Étudiants, de la Santé, des Réfugiés,
        des Travailleurs, de l’Éducation, du Climat, de la Jeunesse, des Locataires, des Bibliothèques";
    /// Bodies in German, whole but for the place.
    NAMES_DE = "Bündnis für Menschenrechte, Mieterbund, Verein für Flüchtlingshilfe, Frauenrat, Arbeitskreis Klimaschutz, Seniorenhilfe,
        Förderverein Öffentlicher Verkehr, Bürgerinitiative Sauberes Wasser, Elternbeirat, Jugendring, Friedenskreis, Kleingärtnerverein";
    /// What a tag says.
    TAGS = "housing, immigration, health, climate, labor, faith, voting, education, rural, youth, arts, disability, elders, legal, food,
        transit, peace, tribal, lgbtq, women, veterans, water, budget, press, bilingual, board contact, quick to sign, slow to sign,
        needs Spanish, statewide table, steering committee, newsletter, phone first, funder, large, small, 2021 cohort, Día de Acción";
    /// Who decides.
    DECIDERS = "The board, The executive director, The steering committee, A vote of the members, The policy committee, The pastor,
        The executive council, The general counsel, The president, Staff by consensus, The state office, The elders, The chapter chair";
    /// What is never signed.
    NEVER = "Endorsements of candidates, Federal appropriations, Anything partisan, Ballot measures, Foreign policy, Pending litigation,
        Anything about taxes, Zoning, Boycotts, Labor disputes, Police budgets, Matters before the state board";
    /// What a coordinator remembers of an organization.
    NOTES = "Merged two programs last year; ask which name prints., Prefers the PDF over the web form., New director since the spring.,
        Met at the statewide table in Cedarton., Signs late but signs., Wants the list of signers before deciding.,
        Asked us not to abbreviate the name., Their board meets on the second Tuesday., Write to the general address; it is read daily.,
        Shares an office with the county chapter., On leave until the end of the quarter; deputy answers., Spanish first.,
        Prints without the legal form., Call before noon., Signed every housing letter so far., Was on the 2019 list under another name.";
    /// Roles.
    ROLES = "Executive Director, Director, Deputy Director, Policy Director, Director of Advocacy, Organizer, Lead Organizer,
        Community Organizer, President, Vice President, Board Chair, Board Member, Treasurer, Secretary, Program Manager,
        Program Coordinator, Communications Manager, Legal Director, Staff Attorney, General Counsel, Pastor, Rabbi, Imam, Minister,
        Co-Chair, Chapter President, Steward, Business Agent, Office Manager, Administrative Assistant, Volunteer Coordinator,
        Research Director, Professor, Dean, Campaign Manager, Outreach Worker, Case Manager, Owner, Chief of Staff, Legislative Aide,
        Directora Ejecutiva, Coordinadora, Organizador";
    /// What is remembered of a person.
    PERSON_NOTES = "Prefers email., Best reached in the morning., Met at the spring convening., Signs off by reply., Speaks for both chapters.,
        On parental leave until June., Asks for large print., Moved here from the national office., Answers texts only., Copies the chair.";
    /// What a letter asks for.
    DEMANDS = "Extend rent assistance, Fund the public libraries, Protect the wetlands, Restore night buses, Keep rural clinics open,
        End cash bail, Raise the minimum wage, Pass paid family leave, Replace lead pipes, Expand early voting,
        Stop the highway expansion, Fund home care, Translate state forms, Protect tenants from eviction, Open the budget hearings,
        Cap insulin prices, Support small farms, Close the youth prison, Hire more school nurses, Save the language program,
        Publish inspection reports, Repair the bridges, Fund legal aid, Insure every child, Protect the press, Keep data private";
    /// Through what time or with what reach.
    REACHES = "through the winter, in every county, this session, before the deadline, for every family, next year, in the state budget,
        across the region, without delay, for rural counties, in all languages, by executive order";
    /// To whom it is written.
    ADDRESSEES = "the Governor of {}, the {} Legislature, the {} congressional delegation, the {} Department of Health Services,
        the {} Public Service Commission, the {} Department of Transportation, the county executives of {}, the {} Attorney General,
        the {} Board of Education, the mayors of {}";
    /// States, with their postal code after a slash; the home state of the coalition is not among them.
    STATES = "Alabama/AL, Alaska/AK, Arizona/AZ, Arkansas/AR, California/CA, Colorado/CO, Connecticut/CT, Delaware/DE, Florida/FL,
        Georgia/GA, Hawaii/HI, Idaho/ID, Illinois/IL, Indiana/IN, Iowa/IA, Kansas/KS, Kentucky/KY, Louisiana/LA, Maine/ME, Maryland/MD,
        Massachusetts/MA, Michigan/MI, Minnesota/MN, Mississippi/MS, Missouri/MO, Montana/MT, Nebraska/NE, Nevada/NV, New Hampshire/NH,
        New Jersey/NJ, New Mexico/NM, New York/NY, North Carolina/NC, North Dakota/ND, Ohio/OH, Oklahoma/OK, Oregon/OR, Pennsylvania/PA,
        Rhode Island/RI, South Carolina/SC, South Dakota/SD, Tennessee/TN, Texas/TX, Utah/UT, Vermont/VT, Virginia/VA, Washington/WA,
        West Virginia/WV, Wyoming/WY, District of Columbia/DC, Puerto Rico/PR";
    /// Regions of other countries, with the country after a slash.
    REGIONS = "ON/Canada, QC/Canada, BC/Canada, MB/Canada, Jalisco/México, Oaxaca/México, Nuevo León/México, Bayern/Germany,
        Sachsen/Germany, Wales/United Kingdom, Scotland/United Kingdom, Bretagne/France, Normandie/France, Antioquia/Colombia,
        Leinster/Ireland, Kerala/India, Ashanti/Ghana";
}

/// The two sides of a slash; both the same when there is none.
pub(super) fn halves(text: &'static str) -> (&'static str, &'static str) {
    text.split_once('/').unwrap_or((text, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_blank_or_broken_over_lines() {
        for list in [
            &PLACE_STARTS,
            &GROUNDS,
            &PLACE_ENDS,
            &PLACES_ES,
            &CAUSES,
            &FORMS,
            &PEOPLES,
            &DEEDS,
            &BRANDS,
            &TRADES,
            &DENOMINATIONS,
            &SAINTS,
            &CONGREGATIONS,
            &ACADEMIC,
            &TRADES_OF_BUSINESS,
            &OFFICES,
            &LEGAL,
            &CAUSES_ES,
            &FORMS_ES,
            &FORMS_FR,
            &CAUSES_FR,
            &NAMES_DE,
            &TAGS,
            &DECIDERS,
            &NEVER,
            &NOTES,
            &ROLES,
            &PERSON_NOTES,
            &DEMANDS,
            &REACHES,
            &ADDRESSEES,
            &STATES,
            &REGIONS,
        ] {
            assert!(list.len() > 6);
            for word in list.iter() {
                assert!(!word.is_empty() && !word.contains('\n'), "{word:?}");
            }
        }
    }
}
