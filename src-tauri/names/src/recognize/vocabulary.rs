//! What the ordinary words in names mean for telling organizations apart, and what they are in other languages.
//!
//! Each line is one concept: its class, the word that stands for it, and the words that say the same in Spanish, French,
//! German, Italian, Portuguese, Catalan, Dutch and other languages, and their abbreviations. It owns general institutional
//! vocabulary only, no proper names: a word that is not here is one, and distinguishes.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word does in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Joins other words: of, for, de la.
    Little,
    /// A kind of institution that stands in one place: university, hospital, museum. A place after it says where it is.
    Institution,
    /// A kind of organization that says nothing more than "organization": group, association, company.
    Plain,
    /// A kind of organization that tells it from others: coalition, network, council.
    Kind,
    /// A part within an institution: department, faculty, laboratory.
    Unit,
    /// What makes of a name another body beside the first: Action, Fund, Foundation, Press, Alumni.
    Sister,
    /// One of several of the same name: chapter, branch, local.
    Chapter,
    /// Any other ordinary word: national, technology, medical.
    Describing,
    /// A state, province, country or city.
    Place,
    /// A number, in digits, Roman or spelled.
    Number,
    /// Anything else: a proper name, a word of no list.
    Proper,
}

/// The concept that a folded word names, and its class.
pub(super) fn concept(word: &str) -> Option<(&'static str, Class)> {
    if let Some(found) = CONCEPTS.get(word) {
        return Some(*found);
    }
    // German without umlauts: Universitaet, fuer.
    if word.len() > 5 && (word.contains("ae") || word.contains("oe") || word.contains("ue")) {
        let plain = word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
        return CONCEPTS.get(plain.as_str()).copied();
    }
    None
}

/// Whether a folded word only joins others and says nothing itself.
pub(super) fn is_little(word: &str) -> bool {
    CONCEPTS
        .get(word)
        .is_some_and(|(_, class)| *class == Class::Little)
}

static CONCEPTS: LazyLock<HashMap<&'static str, (&'static str, Class)>> = LazyLock::new(|| {
    let mut concepts = HashMap::new();
    for (class, lines) in VOCABULARY {
        for line in lines.lines() {
            let mut words = line.split_whitespace();
            let Some(first) = words.next() else { continue };
            concepts.insert(first, (first, *class));
            for word in words {
                concepts.entry(word).or_insert((first, *class));
            }
        }
    }
    concepts
});

const VOCABULARY: &[(Class, &str)] = &[
    (
        Class::Little,
        "of de del di des du von der do da dos degli dei della delle dello dell van d
the el la los las le les die das il gli het l al a an
for para pour fur fuer per voor
and y e et und ed en och og i ja
in im en zu zur am
at
to
by por par
with con avec mit
from
on sobre sur
aux au den dem studi
or o oder ou",
    ),
    (
        Class::Institution,
        "university univ universidad universidade universite universitat universita universiteit universitet universitetet universiti universitas universitesi univerzita univerzitet uniwersytet universitatea universitatii universitate universitas yliopisto egyetem sveuciliste universitetas universitario universitaria universitaire universitair universitats universitarie
college colegio colleges collegio collegi
institute inst institut instituto instituut institutet istituto instytut intezet institutes institutul instituts
hospital hosp hospitals hopital hopitaux ospedale krankenhaus spital ziekenhuis klinikum szpital hospitalier hospitalar universitatsklinikum sjukhus sygehus
clinic clinica clinique klinik kliniek clinics
school schools escuela ecole schule scuola escola skola
academy academia academie akademie accademia akademia academies academi
polytechnic politecnico politecnica polytechnique politecnic politechnika politecnica polytechnical polytechnics ecoles
museum museo musee museu muzeum museums
observatory observatorio observatoire
seminary seminario seminaire
conservatory conservatorio conservatoire konservatorium
hochschule fachhochschule hogeschool
infirmary",
    ),
    (
        Class::Plain,
        "group grupo groupe gruppe gruppo groups
organization org organisation organizacion organizacao organizzazione organizatsiya
association assn assoc asociacion associacao associazione associacio assocation vereinigung
company co compania compagnie companhia
corporation corp corporacion
society soc sociedad societe gesellschaft societa sociedade
incorporated inc
enterprise enterprises empresa
holding holdings",
    ),
    (
        Class::Kind,
        "church iglesia eglise kirche chiesa igreja kerk
parish parroquia paroisse pfarrei parrocchia
synagogue sinagoga
mosque mezquita masjid
library biblioteca bibliotheque bibliothek bibliotecas
agency agencia agence agentur agenzia agencies
alliance alianza alianca alleanza allianz
assembly asamblea assemblee
bank banco banque banca
board
bureau buro
campaign campana campagne kampagne
caucus
center centers centro centros centre zentrum centrum zentren
chamber camara chambre kammer
charity charities
club
coalition coalicion coalizione bundnis
collaborative
collective colectivo colectiva collectif kollektiv collettivo
commission comision kommission commissione
committee comite comitato komitee ausschuss
community communities comunidad communaute gemeinschaft comunita comunidade
conference conferencia konferenz
confederation confederacion
congregation congregacion
congress congreso congres kongress
consortium consorcio
cooperative cooperativa coop genossenschaft
council consejo conseil rat consiglio conselho councils
diocese diocesis
federation federacion fed verband federazione federacao bundesverband
fellowship
forum foro
guild gremio
initiative iniciativa initiativa
league liga ligue lega
ministry ministries ministerio ministere ministerium ministero
mission mision
movement movimiento mouvement bewegung
network red reseau netzwerk rete rede
office oficina
order orden ordre
partnership partners
party partido parti partei
program programs programa programme programm
project projects proyecto projet projekt
service services servicio servicios servizi
union sindicato syndicat gewerkschaft unione uniao
verein vereniging
coordinator coordinadora",
    ),
    (
        Class::Unit,
        "department dept departamento departement abteilung dipartimento
faculty facultad faculte fakultat facolta faculdade
division div
laboratory lab labs laboratorio laboratoire laboratories laborator
graduate
campus
",
    ),
    (
        Class::Sister,
        "foundation fdn fundacion fondation stiftung fondazione fundacao stichting fundacio fundacja stiftelsen
fund fonds fondo fonden funds
action accion aktion azione
pac
trust
press editorial verlag
system systems
incubator
alumni exalumnos
endowment
publishing
ventures
consulting
auxiliary
students estudiantes etudiants
senate
staff
youth jovenes jeunesse jugend",
    ),
    (
        Class::Chapter,
        "chapter chapters capitulo chapitre capitolo chap
branch branches filial sucursal filiale
local locals
section seccion sektion sezione
affiliate affiliates
district distrito
region regional regions regionale
lodge
unit
post
delegation delegacion
landesverband
kreisverband
ortsverband ortsgruppe ortsverein
regionalgruppe",
    ),
    (
        Class::Describing,
        "national nacional nationale natl nazionale nationaux nationales nationaler nacionales
international intl internacional internationale internazionale internationales internationaler
federal federale bundes
state states estatal estadual estado stato etat staatliche staatlich panstwowy
republic republica republique republik
royal real koninklijke konigliche kungliga regia
technical technische tecnica technique technischen tecnico technicka technikos techniczna technischer teknik
technology tech tecnologia technologie technologies teknologi tecnologie tecnologica tecnologico technological technologique tekniska
science sciences sci ciencia ciencias wissenschaft wissenschaften scienze scienza ciencies nauk
applied aplicadas angewandte appliquees applicata
medical medico medica medicale medizinische med
medicine medicina medecine medizin
health salud sante gesundheit salute saude
healthcare
dental dentistry
nursing enfermeria
pharmacy farmacia pharmacie
surgery surgeons
physicians
research investigacion recherche forschung ricerca investigaciones pesquisa recherches investigacions
study studies estudios etudes studien studi estudos
advanced avanzados
higher hautes
social sociales sociale sociali
political politica
economics economia economiques
law derecho droit jura
business
management gestion
engineering ingenieria ingenierie ingenieros eng engr ingegneria engenharia
education educacion educativa bildung educacao
teachers maestros
arts artes art beaux kunst kunste
music musica musique musik
agriculture agricultural agraria agricole agricola agronomico agri
industry industrial industrie industria
physics physical physique fisica physik
chemistry chemical chimie quimica chemie chimica
biology biological biologie biologia
mathematics mathematical matematicas mathematiques mathematik
environment environmental medio ambiente environnement umwelt
energy energia energie
water agua eau wasser
food alimentos
justice justicia gerechtigkeit giustizia justica
peace paz paix frieden pace
rights derechos droits rechte
human humanos humains menschenrechte
civil
freedom libertad liberte freiheit
democracy democratic democracia democratie demokratie
immigrant immigrants inmigrantes
immigration
refugee refugees refugiados refugies
migrant migrants migrantes
women mujeres femmes frauen donne womens womans mulheres
children ninos enfants kinder childrens
families family familia familias
workers trabajadores travailleurs arbeiter
housing vivienda
tenants inquilinos
public publico publica publique pubblico
private privada
free libre freie freien
open abierta
new nueva nuevo neue nouvelle nouveau nuova nova nuove nou
old
great greater
north norte nord northern septentrional
south sur sud southern sul meridional
east este ost est oriental eastern leste
west oeste ouest western occidental
central zentral
northeast noreste northeastern nordeste
northwest noroeste northwestern
southeast sureste southeastern
southwest suroeste southwestern
united unidos unidas unis vereinigte uniti
catholic catolica catholique katholische cattolica catolico
christian cristiana chretienne christliche
lutheran
methodist
islamic islamica
jewish judia
pontifical pontificia
autonomous autonoma autonome autonomo
metropolitan metropolitana
american americana americano americanos americains
german deutsche deutscher deutsches alemana allemande tedesco
french francaise francais francesa franzosische
spanish espanola espagnole spanische
italian italiana italienne
british britanica britannique
european europea europeen europeenne europaische europeo
african africana
asian asiatica
latin latina latino
saint st san santa sao sankt ste sainte santo
first
independent independiente
general generale allgemeine
special especial
modern moderna
oil petroleum
nuclear
space
marine maritime maritima
security seguridad
development desarrollo developpement entwicklung
planning
advocacy
defense defensa
legal
organizing
solidarity solidaridad solidarite solidaritat
city ciudad ville stadt citta cidade
county condado
town
village
sport sports deporte
veterinary veterinaria veterinaire tierarztliche
information informacion informatica informatics informatique informatik
communication communications comunicacion kommunikation
culture cultural cultura cultures culturales culturelle kultur
history historical historia histoire geschichte storia
natural naturales naturelles naturwissenschaften
cooperation cooperacion zusammenarbeit
pedagogical pedagogica padagogische pedagogy pedagogico
veterans veteranos
farmworkers campesinos jornaleros
indigenous indigenas indigena
people pueblo peuple gente
peoples pueblos peuples
voices voces voix stimmen
voice voz stimme
border frontera
borders fronteras frontieres grenzen
house casa haus maison
hope esperanza espoir hoffnung
light luz lumiere licht
dignity dignidad dignite wurde
resistance resistencia
land tierra terre
power poder
future futuro avenir zukunft
life vida vie leben
world mundo monde welt mundial mondiale
neighbors vecinos nachbarn
homeless
parents padres eltern
lawyers abogados avocats anwalte
journalists periodistas journalistes journalisten
doctors medicos medecins
friends amigos amis freunde
support apoyo soutien
dialogue dialogo
truth verdad verite
memory memoria memoire
disappeared desaparecidos
prisoners presos
labor trabajo travail arbeit lavoro trabalho
earth
forest bosque foret wald
river rio riviere
sea mar mer meer
black negra negro
consumers consumidores verbraucher",
    ),
];

/// The value of a word that is a number: digits (212, 1st), Roman from II to XX, or spelled out in English.
pub(super) fn number(word: &str) -> Option<u64> {
    let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits > 0 {
        let ordinal = matches!(
            &word[digits..],
            "" | "st" | "nd" | "rd" | "th" | "o" | "a" | "er" | "e"
        );
        return if ordinal {
            word[..digits].parse().ok()
        } else {
            None
        };
    }
    NUMBERS.get(word).copied()
}

static NUMBERS: LazyLock<HashMap<&'static str, u64>> = LazyLock::new(|| {
    let lists = [
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth",
        "_ ii iii iv _ vi vii viii ix _ xi xii xiii xiv xv xvi xvii xviii xix xx",
        "primera segunda tercera cuarta quinta sexta septima octava novena decima",
        "primero segundo tercero cuarto quinto sexto septimo octavo noveno decimo",
    ];
    let mut numbers = HashMap::new();
    for list in lists {
        for (value, word) in (1..).zip(list.split(' ')) {
            if word != "_" {
                numbers.insert(word, value);
            }
        }
    }
    for (value, word) in (2..).zip("twenty thirty forty fifty sixty seventy eighty ninety".split(' ')) {
        numbers.insert(word, value * 10);
    }
    numbers
});
