//! The concepts by their classes, one a line: the word that stands for it, then those that say the same.

use super::Class;

pub(super) const VOCABULARY: &[(Class, &str)] = &[
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
or o oder ou
of pri ze ve pe pre cu zum
and oraz
for pro dla pentru
the os",
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
infirmary
university univerziteti univerzitesi universiti yunivesithi prifysgol ollscoil universite universiteti unibertsitatea unibertsitate universitate universitet universitetas universitatis vysoka daigaku daehakgyo
college coleg colaiste kolegium collegium kolej
institute ustav instytutu institutas institiuid enstitusu institusi institutions institution institucion instituicao istituti
hospital hastanesi nemocnice bolnica bolnisnica szpitala hospitalet haigla ligonine
school szkola escolas escuelas schulen ecoles skole skolen skoly
academy akademija akademi akademii academie akademiya
polytechnic politeknik ammattikorkeakoulu politechniki
museum muzej muzeul muziejus muzium
observatory osservatorio observatorium observatori
clinic klinika clinics kliniken
conservatory conservatori konservatoriet",
    ),
    (
        Class::Plain,
        "group grupo groupe gruppe gruppo groups
organization org organisation organizacion organizacao organizzazione organizatsiya stichting
association assn assoc asociacion associacao associazione associacio vereinigung
company co compania compagnie companhia
corporation corp corporacion
society soc sociedad societe gesellschaft societa sociedade
incorporated inc
enterprise enterprises empresa
holding holdings
association yhdistys forening foreningen egyesulet zdruzenie sdruzeni stowarzyszenie udruzenje udruga drustvo dernegi persatuan perkumpulan associations asociaciones associacoes associazioni associacions
society seura sallskapet sallskap spolecnost societas towarzystwo tarsasag sociedades selskab selskap genootschap societat
organization organisasi organizacja organizace organizacio organizacija organizations organisations organizaciones
company spolka companies
group grup grupa gruppen agrupacion",
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
community communities comunitario comunitaria communautaire comunitarias communautaires comunidades comunidad communaute gemeinschaft comunita comunidade
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
coordinator coordinadora
agency agentura agencija ajansi agencia
alliance allianz aliance allianzen
bank banka bancos
center centar centras centru centrul kozpont kutatokozpont keskus merkezi centrum kompetenzzentrum centres centri markaz zentrums
chamber camara kamara izba komora
church kyrka kostel cerkev egyhaz kosciol
club clube klub
commission komisja comissao commissie komisija
committee komitet comissoes vybor bizottsag comitat
confederation konfederation confederacao confederazione konfederacija
congress congresso kongres
council rada vijece radet tanacs consells conseils conselh consejos raad
federation federacja federatie federace federacija szovetseg liitto federacions
forum foros fora
initiative iniziativa initiativen iniciatywa
league lliga liga ligas
library knihovna biblioteka bibliotek bibliotheek biblioteques konyvtar kirjasto kutuphanesi biblioteka
ministry ministerie ministerstvo ministerstwo ministerul bakanligi kementerian miniszterium ministerstva
mission missione missao
movement movimento moviment beweging ruch hnuti
network netwerk natverk siec xarxa retea rede reseaux redes
office urad urzad biuro amt bureaux oficinas ufficio escritorio
party partij partia strana partit partito
program programma programas programmes
project projekte projeto progetto projecte projets proyectos
service dienst dienste services serviciu sluzba servico
union vakbond unia unie unii zwiazek syndikat syndicats sindicatos sindicat gewerkschaften unions
platform plataforma plateforme plattform piattaforma
front frente fronte
secretariat secretaria sekretariat secretariado segretariato
authority autoridad autorite autoridade autorita behorde
assembly assembleia assemblea versammlung
cooperative cooperativas cooperatives cooperatie
working arbeitsgemeinschaft
circle circulo cercle kreis circolo
campaign campanha campagna
directorate direccion direction direcao direzione
embassy embajada ambassade embaixada botschaft
municipality ayuntamiento municipio commune gemeinde municipalidad prefeitura",
    ),
    (
        Class::Unit,
        "department dept departamento departement abteilung dipartimento
faculty facultad faculte fakultat facolta faculdade
division div
laboratory lab labs laboratorio laboratoire laboratories laborator
graduate
campus
department abteilung katedra roinn departament oddeleni
faculty fakultet fakulta wydzial kar facultat fakulteta
laboratory laboratorium laboratori laboratorija laboratoriet laboratoires labo",
    ),
    (
        Class::Sister,
        "foundation fdn fundacion fondation stiftung fondazione fundacao stichting fundacio fundacja stiftelsen
fund fonds fondo fonden funds
action accion aktion azione
pac
trust
press editorial verlag
system systems systemes sistemas systeme sistemi
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
youth jovenes jeunesse jugend
foundation saatio stiftelse stiftelsen nadace nadacia alapitvany vakfi yayasan fonden stichtingen fondations fundaciones fundacions stiftungen fundatia zaklada
fund fondul fondi
youth jugendliche juventud juventude jeunes joventut giovani mlodziez jongeren jovenes
action azioni acciones acao accio actie
students studenten studenti alunos estudantes estudiants",
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
consumers consumidores verbraucher
national nacionalni narodni narodowy narodowa nemzeti milli kansallinen nacionalinis statni panstwowa nationaal kebangsaan nasional
international medzinarodny mezinarodni miedzynarodowy nemzetkozi kansainvalinen uluslararasi medunarodni internacionais
federal federalna federales eidgenossische bundesamt
state etat estatal staat statu davlat negeri estaduais etatique
republic republiky republika republiki
royal royale royaux reale kungl kiralyi koninklijk
technical technicky techniczny tekniska tehnicki muszaki teknillinen technischer tecnicas tecnicos
technology teknologi teknoloji technologii technologi tehnoloski tecnologies tecnologias technikai technologia
science tieteen vedy nauki wissenschaftliche veda znanosti tudomany bilim wetenschap scientific scientifique cientifica cientifico scientifica scientifico wissenschaftlich vedecka vedecky naukowy
applied alkalmazott aplicada aplicado applique appliquee appliques stosowanych sovelletun
medical medyczny medisch lekarska lekarski medicos tibbi orvosi medicales
medicine laaketieteen mediciny medycyny medicinska medizinischen
health zdravi zdrowia terveyden egeszseg saglik zdravstvo halsa gezondheid sanitaire sanitario sanitaria sanidad kesehatan
research arastirma onderzoek vyzkum vyzkumny vyzkumna vyskum forskning tutkimus badan badawczy kutato kutatointezet istrazivanje pesquisas recerca forschungs investigadores cercetare raziskovalni riset penyelidikan ricerche taighde
study studii studiow studier
education vzdelavani edukacji egitim oktatas utdanning pendidikan onderwijs ensenanza enseignement educatif educativo educacio obrazovanje formation ensino koulutus educational educativas unterricht erziehung padagogik
advanced avancees avancados avanzate avanzada avanzado avances
higher superior superieur superieure superieures superiores superiori hohere hogere haute
social sociaux sozial soziale sozialen spoleczny sociedade socialni sosial
political politique politiques politicas politische politiche politico politik
economics economie economica economicas economico economic economique wirtschaft ekonomi ekonomiczny ekonomicky gazdasagi okonomie ekonomie ekonomicka wirtschaftswissenschaften
law prava prawa jog rett recht derechos diritto direito juridica juridico juridique
management gestao zarzadzania
engineering inginerie inzenyrstvi muhendislik enginyeria ingenieros ingenieurs
arts umeni kunsten umetnosti sztuk beaux bellas
music hudba muzyka musiikki zene muziek
agriculture zemedelska rolniczy tarim landbouw landwirtschaft agricultura agricoltura agropecuaria agricoles agricolas agrarias lantbruk jordbruk maatalous mezogazdasagi
industry przemysl prumysl ipari sanayi industriel industrielle industriales
physics fizyki fyziky fizik fizika fysik fysiikan
chemistry chemii chemie kemi kimya kemia
biology biologii biologicke biyoloji
mathematics matematika matematik matematyki matematica wiskunde
environment medioambiente medioambiental ambiental ambiente ambientales ambientali environnementale miljo cevre srodowiska prostredi ymparisto milieu umweltschutz
energy energii energetiky energi enerji
water voda wody vode
food alimentacion alimentaire alimentation alimentacao alimentare ernahrung nahrung zywnosci voedsel
women femmes donna kvinner kvinnor kobiet zen mulher mujer femme
children nino nina ninas enfant crianca criancas bambini lapsi deti dzieci infancia enfance kinderen
families familien familiar familiale familiares
workers trabajadora trabajadoras trabalhadores travailleuses lavoratori werknemers arbeitnehmer robotniczy obrero obreros
housing logement wohnen habitacao vivienda moradia
tenants inquilinas locataires mieter inquilini
public publiques publicos publicas offentliche verejna publiczny publik publics
private privees prive privat
freedom libertades libertes vrijheid svoboda wolnosci liberdade liberta freiheiten liberties
democracy demokratia democratica democratico democratique demokratische demokracji democraticas
justice justica justicia gerecht spravedlnost
rights direitos diritti rettigheter rechten prawa dret drets
human humana humanas humaine humane menschlichen mensen
civil ciudadana ciudadano civica civique civile ciudadanos burgerliche
solidarity solidariedade solidarnosc solidarieta solidair solidaires
migrant migrantes migration migraciones migracoes migrazioni migrations
peace pokoju rauhan paix
climate climat clima klima climatica climatique climatico
justice giustizia
city cidades miasta mesta ayuntamientos stad kota
central centrale centralny ustredni
north norra nordre polnocny
south sud sul zuid
independent independientes independants unabhangige independente niezalezny independants
general generales generaux obecna
development entwicklungs udvikling utveckling rozvoj rozwoju gelisme desenvolupament sviluppo desenvolvimento dezvoltare fejlesztesi
security seguranca sicherheit sicurezza securite bezpecnosti
defense defensoria verteidigung difesa defesa obrany obrona
information informacyjny informaciones
communication comunicaciones comunicacio comunicacoes comunicazione comunicacao kommunikations
culture kultury kulturni kulturalny kultuur
history historie dejiny historii historiques
natural nature naturaleza nature naturschutz natureza natuur przyrody prirody
conservation conservacion conservacao conservazione erhaltung schutz
protection proteccion protecao protezione ochrony ochrana
cooperation cooperacao cooperazione samarbeid wspolpracy
people peuples narod povo poble
cancer krebs kanker rakovina onkologii cancerologie
heart coeur corazon herz serca srdce
brain cerveau cerebro gehirn cervello
disease diseases maladie maladies enfermedad enfermedades doenca doencas krankheit krankheiten malattie choroby
care soins cuidado cuidados pflege atencion zorg opieki cura
old ancien antiguo
elderly mayores aines idosos senioren alteren anziani
blind ciegos aveugles blinde cegos
deaf sordos sourds gehorlose surdos
disability discapacidad handicap behinderung deficiencia disabilita invalides
learning apprentissage aprendizaje lernen
training capacitacion formacion ausbildung formacao formazione
data donnees datos daten dados dati
computer informatica ordinateur rechen
materials materiaux materiales materialien materiali materiais
resources recursos ressources ressourcen risorse
analysis analyse analisis analisi analise
statistics estadistica statistique statistik estatistica statistyczny
earth terre erde globe
ocean oceanographique meeres oceanografico
sea mare morski
mountain montagne montana montanha
islands islas iles inseln ilhas
birds aves oiseaux vogel uccelli
animals animales animaux tiere animais animali
fish peces poissons pesca peche pesquera fisheries fischerei
furniture mueble meuble mobel
wood madera bois holz madeira legno
transport transporte transports verkehr trasporti
tax impuestos fiscal impots steuer
trade comercio commerce handel commercio comercial commercial
writers escritores ecrivains schriftsteller scrittori
nurses enfermeras infirmieres infirmiers enfermeiros
judges jueces juges richter juizes giudici
farmers agricultores agriculteurs paysans bauern agricultors campesina campesino
drivers choferes chauffeurs
violence violencia gewalt violenza
torture tortura folter
death muerte mort tod morte
prison carcel prision gefangnis
equality igualdad egalite gleichheit igualdade uguaglianza
gender genero genre geschlecht
transparency transparencia transparence transparenz trasparenza
corruption corrupcion korruption corrupcao corruzione
reproductive reproductivos reproductiva reproductifs
sexual sexuales sexuels
indigenous autochtones indigene indigenas originarios
afro afrodescendientes
citizen ciudadanas citoyens citoyen citoyenne cidadania cidadaos cittadini
young joven junge jovem
mothers madres meres mutter maes madri
victims victimas victimes opfer vitimas vittime
against contra contre gegen contro tegen
without sin sans ohne sem senza
all todos tous toutes alle tutti todas
together juntos ensemble zusammen
our nuestra nuestro notre unser nossa nostra
german deutschen allemand alemana aleman niemiecki nemecky tysk
french francesas francais francaises francuski
spanish espanol espanoles spanischer
italian italiane italiani
swiss suisse schweizerische schweizer svizzera svizzero suiza suizo
austrian osterreichische osterreichischer autrichienne
dutch nederlandse nederlands neerlandais
polish polski polska polskie polskiego polskiej
czech ceska cesky ceske ceskych
slovak slovenska slovensky slovenskej
hungarian magyar
finnish suomen finlands finska
swedish svenska svensk suedoise
norwegian norsk norske norges
danish dansk danske danmarks
turkish turk turkiye turkce
russian rossiyskaya rossijskaja russe ruso russische
canadian canadienne canadien
brazilian brasileira brasileiro brasilena
mexican mexicana mexicano mexicaine
portuguese portuguesa portugues portugaise
european evropska evropske europejski europaisches europeias europees
african africaine africano suid afrikaanse
scottish ecossaise
catalan catala catalana catalanes
basque vasca euskal vasco
croatian hrvatski hrvatska hrvatsko
romanian romana romane
lithuanian lietuvos",
    ),
];
