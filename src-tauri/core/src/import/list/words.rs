//! The words that only the reader of pasted lists needs: titles, given names, introductions, headings, greetings, clauses.
//!
//! Owns lists of folded words (see [`crate::recognize::words::fold`]) in English, Spanish, French and German, and one
//! question for each. It deliberately decides nothing about a line or a name: that is for the modules that see the context.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

/// A hash for short words of our own lists: they are fixed, so nobody can choose them to collide.
#[derive(Default)]
struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.0 = (self.0.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}

type Words = HashSet<&'static str, BuildHasherDefault<WordHasher>>;

/// Defines a function that answers whether a folded word is in a list of words.
macro_rules! word_set {
    ($(#[$doc:meta])* $name:ident, $words:expr) => {
        $(#[$doc])*
        pub(super) fn $name(folded: &str) -> bool {
            static SET: LazyLock<Words> = LazyLock::new(|| $words.split_whitespace().collect());
            SET.contains(folded)
        }
    };
}

word_set! {
    /// Small words that stand in lower case inside a name: of, for, the, de, la, und.
    is_connector, "of for the and & in on to at by with from against into a an or nor vs as per upon within without before after
    de del la las los el lo y e en por para con sin o u al sobre entre desde hacia
    du des d l le les et a au aux pour sur sous dans par chez ou avec contre
    und fur der die das dem den des von vom zu zum zur im am an auf aus bei mit gegen uber oder ohne
    i da do dos das di della dei van het ter ten bin al ibn"
}

word_set! {
    /// Words after which a name cannot end: a line that ends so goes on in the next.
    leaves_open, "of for the and & in on to at by with from against a an or as
    de del la las los el y e en por para con sin o du des le les et au aux pour sur dans avec contre
    und fur der die das dem den von vom zu zum zur im am auf bei mit gegen uber oder"
}

word_set! {
    /// Words with which a name cannot begin when they stand in lower case: such a line goes on from the one before.
    goes_on, "of for and & in on to at by with from against or de del y e en por para con du des et au aux pour sur dans avec contre
    und fur von vom zu zum zur im am auf bei mit gegen uber oder"
}

word_set! {
    /// The word before the last of a series: and, y, et, und.
    is_and, "and & y e et und u sowie + plus"
}

word_set! {
    /// Lower-case articles that belong to the sentence in running prose.
    is_article, "the el la los las le les der die das den dem l"
}

word_set! {
    /// A verb or pronoun that begins what the sentence says about its list, after the last name.
    begins_clause, "say says said saying call calls called calling urge urges urged urging are is was were be been being have has had
    having will would should can could must may might do does did send sends sent write writes wrote join joins joined joining announce
    announces announced ask asks asked asking demand demands demanded demanding oppose opposes opposed support supports supported
    condemn condemned express expressed released issued submitted filed signed today that which who whose whom where when while
    because argue argues argued warn warns warned told tell tells think thinks believe believes want wants plan plans launched launch met
    praised criticized welcomed agree agreed also among
    dicen dijeron piden pidieron exigen exigieron llaman llamaron enviaron envian han son estan fueron solicitan solicitaron que
    quien quienes cuyo cuya donde firmaron hicieron denuncian denunciaron rechazan apoyan entre
    demandent appellent ont sont ete qui dont exigent denoncent declarent estiment ecrivent soutiennent saluent entre
    fordern forderten haben hat sind ist waren wurden rufen riefen sagen sagten welche deren schreiben begrussen lehnen unterstutzen"
}

word_set! {
    /// A word of running text that names do not hold in lower case: it makes a line a sentence.
    makes_sentence, "we you your our us i me my they their them he she his her it its is are was were be been have has had will would
    should can could may must please thank thanks this that these those who which what when where how if so because below above
    following here there also more names sign signed signing add adding added see letter via list not
    nosotros nuestra nuestro nuestras nuestros nos usted ustedes su sus este esta estos estas ese esa que quien quienes cuando donde es
    son fue han ha hemos gracias siguientes siguiente abajo arriba aqui carta te les paso favor suman firmar firmo firma
    nous vous notre nos votre vos ils elles est sont ont etait ce cette ces qui que voici ci-dessous suivantes suivants lettre merci
    signer signez ici
    wir sie ihr ihre unser unsere uns ist sind war waren haben hat werden wird bitte danke diese dieser dieses folgende folgenden
    unten oben hier brief auch nicht mitzeichnen unterzeichnen unterschreiben"
}

word_set! {
    /// A word that begins a call to act or a note to the reader.
    begins_call, "please sign add click read see view download donate join share learn contact note thank thanks here update updated
    last visit follow subscribe
    firma firme firmen firmar suma sume sumate haga haz lea descargue gracias nota ver aqui
    signez signer ajoutez cliquez lisez voir merci rejoignez soutenez
    jetzt hier bitte danke unterzeichnen unterschreiben mitzeichnen klicken lesen"
}

word_set! {
    /// A word of an introduction to a list: signatories, organizations, include, undersigned, following.
    introduces, "include includes included including signatories signatory signers signer signed undersigned organizations organisations
    organization groups group following participating supporters supporting supported endorsed endorsers endorsing endorsements members
    coalition partners participants cosigners co-signers cosigned co-signed joined signees such namely sites by from are listed list sponsors
    sponsored companies businesses institutions letter statement petition campaign
    firmantes firman firmado firmada suscriben suscriptores organizaciones grupos siguientes incluyen incluye participantes adherentes adhieren apoyan
    miembros entidades colectivos instituciones empresas carta
    signataires signe signee signes organisations associations suivantes suivants groupes membres soutiens parmi comprennent cosignataires lettre
    unterzeichner unterzeichnern unterzeichnende unterzeichnenden unterzeichnerinnen unterzeichnet erstunterzeichner organisationen gruppen verbande folgende folgenden
    mitglieder unterstutzer unterstutzerinnen mitzeichnende initiativen"
}

/// How a word hands over from an introduction to the first name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Handing {
    /// By itself: including, darunter, notamment.
    Alone,
    /// After a participle: signed by, firmada por.
    AfterParticiple,
    /// After a word for those who sign: groups such as, signatories are.
    AfterGroup,
    /// After "among": among them.
    AfterAmong,
}

/// Whether a folded word can stand between an introduction and the first name of a list in running prose, and after what.
pub(super) fn hands_over(folded: &str) -> Option<Handing> {
    match folded {
        "add" | "include" | "includes" | "included" | "including" | "namely" | "incluyen" | "incluye"
        | "incluyendo" | "incluida" | "incluidas" | "encuentran" | "figuran" | "comprennent" | "incluent"
        | "figurent" | "dont" | "notamment" | "gehoren" | "zahlen" | "darunter" | "namlich" => {
            Some(Handing::Alone)
        }
        "by" | "por" | "par" | "von" => Some(Handing::AfterParticiple),
        "them" | "ellas" | "ellos" => Some(Handing::AfterAmong),
        "are" | "were" | "from" | "as" | "like" | "son" | "como" | "sont" | "comme" | "sind" | "wie"
        | "are:" => Some(Handing::AfterGroup),
        _ => None,
    }
}

/// Whether a folded word is a participle that "by" can follow: signed, endorsed, firmada, signé, unterzeichnet.
pub(super) fn is_participle(folded: &str) -> bool {
    folded.ends_with("ed")
        || folded.ends_with("ado")
        || folded.ends_with("ada")
        || folded.ends_with("ados")
        || folded.ends_with("adas")
        || folded.ends_with("ido")
        || matches!(
            folded,
            "led"
                | "sent"
                | "written"
                | "suscrita"
                | "suscrito"
                | "signe"
                | "signee"
                | "signes"
                | "soutenu"
                | "soutenue"
                | "appuye"
                | "appuyee"
                | "portee"
                | "porte"
                | "unterzeichnet"
                | "unterstutzt"
                | "mitgezeichnet"
                | "getragen"
        )
}

word_set! {
    /// What is signed: "... to the letter".
    names_letter, "letter list statement petition campaign appeal call carta lista declaracion lettre liste appel brief liste aufruf petition"
}

word_set! {
    /// Words of headings that say how far an organization reaches or what part of the list follows.
    is_scope, "national nationwide state statewide states local regional international global federal municipal county city tribal
    community campus grassroots additional other faith-based faith interfaith religious labor academic legal civil
    nacional nacionales estatal estatales local locales regional regionales internacional internacionales municipales comunitarias otras
    nationales nationaux regionales regionaux locales locaux internationales internationaux autres
    nationale regionale lokale internationale bundesweite weitere uberregionale"
}

word_set! {
    /// Words of headings that say what kind of signatory follows.
    is_kind, "organizations organisations organization organisation orgs groups individuals individual people persons signatories signers
    signees supporters endorsers endorsements partners members companies businesses institutions universities churches unions coalitions
    nonprofits networks foundations experts scholars academics officials leaders advocates residents cosigners co-signers co-sponsors
    sponsors associations agencies chapters affiliates congregations
    organizaciones grupos personas individuos firmantes instituciones empresas universidades colectivos entidades sindicatos redes aliados academicos expertos
    personnes individus signataires entreprises universites collectifs syndicats reseaux experts
    organisationen gruppen einzelpersonen personen unterzeichner unterzeichnende unterzeichnerinnen unternehmen vereine verbande initiativen institutionen stiftungen"
}

word_set! {
    /// Words that only announce the list that follows and say nothing of who is on it.
    announces, "signed signatories signatory signers signees undersigned by the list of full partial following organizations organisations organization
    organisation orgs groups endorsers endorsing endorsements endorsed supporters supporting supported participating member members cosigners co-signers cosigned
    signing sign-ons sign-on our current to this letter as on with from all and & so far sponsored listed names
    open letter statement petition
    carta abierta firmantes firman firmado firmada por suscriben los las abajo organizaciones grupos lista de la del carta que apoyan adherentes
    lettre ouverte signataires signe signee par liste des les organisations associations groupes soussignes soussignees
    unterzeichner unterzeichnerinnen unterzeichnende unterzeichnenden unterzeichnet von die der liste organisationen gruppen erstunterzeichner erstunterzeichnerinnen erstunterzeichnende erstunterzeichnenden unterstutzer offener brief offenen briefes"
}

word_set! {
    /// A word that ends a letter before the names of those who sign it.
    closes_letter, "sincerely respectfully signed yours regards best cordially faithfully truly thanks thank gratefully warmly solidarity
    atentamente cordialmente respetuosamente saludos saludo abrazo abrazos firmado gracias
    cordialement sinceres sincerement respectueusement salutations merci amicalement bien
    grussen grusse gruss hochachtungsvoll herzlich herzliche freundlichen danke viele liebe"
}

word_set! {
    /// A word that ends a message, so that only its sender's name follows.
    closes_message, "thanks thank regards best warmly cheers saludos saludo abrazo abrazos gracias merci amicalement grusse gruss grussen danke"
}

word_set! {
    /// A word that may stand beside one that closes a letter.
    joins_closing, "yours very truly submitted in with warm kind kindest best most and so much many again for the all our you sincerely faithfully respectfully regards
    un una muy muchas mil con los mejores cordial cordiales le les
    bien a vous nos plus meilleures veuillez recevoir agreer l'expression de salutations distinguees cordiales beaucoup
    mit und vielen schone beste mfg"
}

word_set! {
    /// A word that greets.
    greets, "dear hi hello hey greetings good to
    estimado estimada estimados estimadas querido querida queridos queridas hola buenos buenas
    cher chere chers cheres bonjour bonsoir madame monsieur
    liebe lieber sehr hallo guten"
}

word_set! {
    /// A word of a person's title or office.
    is_title, "director directors directress president chair chairman chairwoman chairperson co-chair vice-chair ceo cfo coo cto cio cpo chief officer
    founder co-founder cofounder founding manager lead leader coordinator co-coordinator organizer secretary treasurer secretary-general
    professor lecturer researcher fellow scholar dean provost chancellor rector pastor minister rabbi imam bishop archbishop
    counsel attorney advocate analyst advisor adviser strategist specialist consultant engineer developer scientist economist administrator
    superintendent supervisor head partner principal owner publisher editor commissioner councilmember councillor mayor senator representative
    spokesperson spokeswoman spokesman convener convenor moderator steward trustee member emeritus emerita vp evp svp president/ceo
    maintainer creator
    directora presidente presidenta vicepresidente vicepresidenta coordinador coordinadora secretario secretaria tesorero tesorera fundador
    fundadora cofundador cofundadora gerente responsable profesor profesora catedratico catedratica investigador investigadora abogado abogada
    vocera vocero portavoz jefa jefe rectora representante asesor asesora miembro integrante delegada delegado encargada encargado
    directeur directrice presidente vice-president vice-presidente coordinateur coordinatrice secretaire tresorier tresoriere fondateur fondatrice
    cofondateur cofondatrice gerante gerant professeur professeure chercheur chercheuse avocat avocate porte-parole delegue deleguee animateur animatrice chargee charge
    geschaftsfuhrer geschaftsfuhrerin direktor direktorin prasident prasidentin vorsitzender vorsitzende vorstand vorstandsvorsitzender
    leiter leiterin sprecher sprecherin grunder grunderin mitgrunder mitgrunderin professorin referent referentin sekretar sekretarin koordinatorin koordinator schatzmeister"
}

word_set! {
    /// A word that often begins or qualifies a title.
    qualifies_title, "executive vice deputy associate assistant senior junior managing general interim acting co national regional program policy
    project product global digital legal founding board lead technical research communications advocacy chief past former adjunct distinguished
    visiting staff campaign community state development outreach operations
    ejecutivo ejecutiva general adjunto adjunta nacional titular
    executif executive general generale adjoint adjointe national nationale honoraire
    stellvertretender stellvertretende erster erste wissenschaftlicher wissenschaftliche"
}

word_set! {
    /// What comes before a person's name.
    is_honorific, "dr prof professor mr mrs ms mx miss rev reverend fr sr sra srta don dona mme mlle herr frau pastor rabbi imam bishop sister brother
    hon honorable sir dame rt dra ing lic m maitre me dipl-ing msgr father rep sen"
}

word_set! {
    /// What comes after a person's name.
    is_credential, "phd ph.d md m.d jd j.d esq mph msw ma ba rn lcsw jr sr ii iii iv dds mba edd ed.d psyd cpa mpa mdiv m.div llm ll.m msc bsc dphil do faia facp"
}

word_set! {
    /// Small words inside a person's name.
    is_name_particle, "de del la las los da dos do di du van von der den ter ten bin ibn al el le y e af zu st mc ben abu"
}

word_set! {
    /// Given names that are common in the four languages and among those who write in them.
    is_given_name, "aaron abby abigail abdul abdullah abraham adam adel adele adrian adriana agnes ahmed ahmad aidan aisha ajay akira alan albert alberto alejandra alejandro alessandro
    alex alexander alexandra alexandre alexis alfonso alfred ali alice alicia alison allison alma amanda amber amelia amina amir amira amy ana anders andre andrea andreas andrew andra andres angel
    angela angelica angie anil anita anja anke ann anna anne annette annie anthony antoine antonia antonio antony aria ariel arjun arthur arturo asha ashley astrid audrey august avi ayesha
    barbara beatriz beatrice becky ben benjamin bernard beth bettina betty bill birgit bob bonnie brad brandon brenda brian brigitte bruce bruno caitlin camila camille carl carla carlos carmen carol
    carolina caroline carolyn carrie catherine cathy cecilia cedric celia chad charles charlotte chen cheryl chloe chris christian christina christine christoph christopher cindy claire clara claude claudia
    colin colleen connie courtney craig cristina crystal curtis cynthia dale damian dan dana daniel daniela daniele danielle danny dave david dawn dean debbie deb deborah debra denise dennis derek diana diane diego dieter dimitris dina
    dolores dominic dominique don donald donna doris dorothy doug douglas duncan dwayne dylan earl ed eddie edgar edith eduardo edward edwin eileen elaine elena eleanor eli elias elisa elisabeth elise elizabeth ella ellen elodie
    emilia emilie emilio emily emma emmanuel enrique eric erica erik erika erin ernest ernesto esteban esther ethan eugene eva evan eve evelyn fabian fatima faye felipe felix fernando fiona florence florian frances francesca francesco francis
    francisco franck francois francoise frank franz fred frederic frederick gabriel gabriela gabrielle gail gary gavin gene genevieve geoffrey george georgia gerald gerard gerardo gertrude giacomo gilbert gina giovanni giulia giuseppe glen gloria gonzalo gordon grace greg gregory
    guadalupe guido guillaume guillermo gustavo guy hannah hans harold harriet harry hassan hector heather heidi heike heinz helen helena helene henri henry herbert hernan hilary holly howard hugo ian ibrahim ignacio imani ines ingrid irene iris
    irma isaac isabel isabella isabelle isla ivan jack jackie jacob jacqueline jacques jaime jake james jamie jan jana jane janet janice jasmine jason javier jay jean jeff jeffrey jen jenna jennifer jenny jeremy jerome jerry jesse jessica jessie jesus jill jim jimmy joan
    joanna joanne joao joe joel joerg johan johanna johannes john johnny jon jonas jonathan jordan jorge jose josef joseph josephine josh joshua joy joyce juan juana juanita judith judy julia julian juliana julie julien julio june jurgen justin kai kara karen karim karin karl karla
    kate katherine kathleen kathryn kathy katie katrin kay keith kelly ken kenji kenneth kenya kerry kevin khalid kim kimberly kirsten klaus kofi kristen kristin kristina kumar kurt kwame kyle lakshmi lance larry lars laura lauren laurence laurent lawrence leah lee leila lena leo leon
    leonard leonardo leslie leticia li lidia liam lila lillian lily linda lindsay lisa liz lloyd lois lorena lorenzo loretta lori lorraine lou louis louise luc luca lucas lucia luciana lucie lucy luis luisa luiz luke luz lydia lynn madeleine maggie malcolm malik manuel manuela mara marc marcel
    marcela marcelo marcia marco marcos marcus margaret margarita margot maria mariam mariana marianne marie marilyn mario marion marisa mark marlene marta martha martin martina marvin mary mateo matt matthew matthias maureen maurice max may maya megan mehmet mei melanie melinda melissa mercedes mia
    michael michel michele michelle miguel mike mila milena ming miranda miriam mohamed mohammad mohammed moira molly monica monika monique morgan muhammad myra nabil nadia nancy naomi natalia natalie natasha nathan neil nelson nicholas nick nicolas nicole niels nikhil nina nina nora norma norman olga oliver olivia olivier omar
    oscar otto owen pablo paige pam pamela paola pat patricia patrick paul paula pauline pavel pedro peggy penny perry peter petra phil philip philippe phillip phyllis pierre pilar piotr priya rachel rafael rahul raj ralf ralph ramiro ramon randy raquel raul ravi ray raymond rebecca regina renata rene renee
    ricardo richard rick rita rob robert roberta roberto robin rocio rodney rodrigo roger roland ron ronald rosa rosalind rose rosemary ross roxanne roy ruben russell ruth ryan sabine sabrina sadie sally salma sam samantha samir samuel sandra santiago sara sarah sasha saul scott sean sebastian selin selma serge
    sergio seth shannon sharon shauna sheila shelly sherry shirley silvia simon simone sofia sonia sonja sophia sophie stacy stan stefan stefanie stella stephan stephanie stephen steve steven stuart sue susan susana susanne suzanne sven sylvia sylvie tamara tammy tanya tara tariq taylor ted terence teresa terry thea theo theresa
    therese thierry thomas tiffany tim timothy tina tobias todd tom tomas tommy toni tony tracy travis trevor tyler ulrich ulrike uma ursula valentina valeria valerie vanessa vera veronica veronique vicki victor victoria vijay vincent violet virginia vivian vladimir walter wanda warren wayne wei wendy werner will william
    wolfgang xavier yan yara yasmin yolanda yuki yusuf yvette yvonne zachary zainab zoe zoya"
}

word_set! {
    /// A plain noun for a cause or a group of people: by itself it is no organization, in a series it is part of a name.
    is_theme, "women men girls boys youth children child families family parents mothers fathers workers labor labour farmers fishers peace justice action media arts
    art science sciences technology technologies health education welfare environment environmental energy water land lands food housing hunger law liberty freedom rights
    democracy equality equity faith religion culture music film sound radio television theater dance press research policy politics economics economy business industry
    trade commerce finance development innovation diversity inclusion climate nature wildlife forest forests snow soil air ocean oceans rivers sea seas landscape roads race
    gender sexuality community society people planet animals lesbian gay bisexual transgender queer immigrants refugees migrants prisoners students teachers
    nurses doctors physicians lawyers judges scientists engineers veterans elders seniors neighbors history truth reconciliation security safety privacy transparency accountability
    oversight conflict war violence poverty aging disability recreation sport sports tourism agriculture mining design architecture engineering mathematics
    humanities philosophy theology letters learning literacy hope love unity care medicine nutrition sustainability ecology communication communications information
    transport transportation infrastructure labor fairness dignity solidarity resistance power resilience recovery prevention ferns mosses lichens
    mujeres hombres ninas ninos jovenes familias trabajadores tierra territorio agua justicia paz verdad memoria vida salud educacion cultura arte artes ciencia
    ciencias derechos libertad democracia igualdad vivienda trabajo medio ambiente bosque bosques mar rios energia musica comunicacion genero
    femmes hommes enfants jeunes familles travailleurs terre terres eau paix verite memoire vie sante culture droits liberte democratie egalite logement travail
    environnement foret forets mer energie musique communication genre solidarite
    frauen manner kinder jugend familie familien arbeit wasser boden wald wiese wiesen gerechtigkeit frieden wahrheit gesundheit bildung kultur kunst
    wissenschaft rechte freiheit demokratie gleichheit wohnen umwelt natur luft energie musik forschung technik"
}

word_set! {
    /// A word that stands alone after a comma to tell one part of a body from another.
    is_part, "east west north south central northeast northwest southeast southwest national international america americas usa us u.s u.s.a uk u.k global worldwide
    incorporated norte sur este oeste nord sud est ouest ost sud europe europa international"
}

word_set! {
    /// A word for a part of a body that seldom stands alone: Midwest Province, Leadership Team, Retirees.
    is_subdivision, "province provincial provinces leadership auxiliary retirees headquarters hq provincia provinz"
}

word_set! {
    /// The first word of a part of a larger body, followed by of: Office of, School of, Department of.
    is_department, "office school department division faculty college bureau ministry ministries secretariat section region oficina facultad departamento
    escuela secretaria bureau faculte departement ecole fakultat abteilung fachbereich buro"
}

word_set! {
    /// A word of the heading of a column that holds organizations.
    names_organization, "organization organisation organizations organisations org orgs group groups company institution affiliation employer
    organizacion organizaciones entidad institucion grupo afiliacion colectivo
    association structure etablissement entreprise
    verein verband einrichtung firma"
}

word_set! {
    /// A word of the heading of a column that holds people, or organizations where no other column does.
    names_signer, "name names signer signers signatory signatories signed contact person representative first last surname
    nombre nombres apellido apellidos firmante firmantes representante contacto persona
    nom noms prenom signataire signataires representant personne
    unterzeichner unterzeichnerin ansprechpartner vertreter kontakt vorname nachname"
}

word_set! {
    /// The name of a column of a table, folded, for the title.
    names_title, "title role position job office cargo puesto titulo rol funcion titre fonction poste role titel funktion position rolle amt"
}

word_set! {
    /// The name of a column of a table, folded, for the place.
    names_place, "city state country place location town county province region ciudad estado pais lugar municipio provincia ville pays lieu etat departement
    stadt ort land bundesland staat"
}

word_set! {
    /// A word that ends in a full stop of its own, so that the stop at its end is part of the name.
    keeps_stop, "inc corp co cos ltd ltda assn assoc dept univ natl intl bros jr sr st mt ft esq ave blvd etc no nos univ e.v ges lic ing hon rev dr prof l.l.c cia s.a a.c"
}

word_set! {
    /// A word for a day or time at which something was said.
    tells_time, "today yesterday recently together monday tuesday wednesday thursday friday saturday sunday week month morning afternoon
    hoy ayer lunes martes miercoles jueves viernes aujourd'hui hier lundi mardi mercredi jeudi vendredi heute gestern montag dienstag mittwoch donnerstag freitag"
}

word_set! {
    /// The name of a month.
    is_month, "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    januar februar marz april mai juni juli august september oktober november dezember"
}

word_set! {
    /// A word without which no heading says that somebody did not sign; spares most lines the longer look.
    may_deny, "not non didn't haven't hasn't aren't don't declined refused withdrew withdrawn abstained nonsignatories nonsignatory non-signatories non-signatory no
    sin rechazaron declinaron retiraron retirados pas n'ont non-signataires refuse refusent retire retires nicht abgelehnt zuruckgezogen"
}

/// Whether a folded heading says that those below it did not sign.
pub(super) fn denies_signing(folded: &str) -> bool {
    const DENIALS: &[&str] = &[
        "not sign",
        "not yet sign",
        "n't sign",
        "not signing",
        "not joined",
        "not join",
        "not endors",
        "declined",
        "refused",
        "withdrew",
        "withdrawn",
        "abstained",
        "non-signator",
        "nonsignator",
        "no response",
        "not support",
        "no firm",
        "no han firm",
        "no suscrib",
        "no adhier",
        "rechazaron",
        "declinaron",
        "retiraron",
        "sin firm",
        "no firmantes",
        "pas signe",
        "n'ont pas",
        "non-signataire",
        "non signataire",
        "refuse",
        "retire",
        "nicht unterzeichn",
        "nicht unterschr",
        "nicht mitgezeichn",
        "abgelehnt",
        "zuruckgezogen",
    ];
    folded.split(' ').any(may_deny) && DENIALS.iter().any(|denial| folded.contains(denial))
}

/// Whether a folded text that trails the last name only says that there are more: and many others, among others, partial list.
pub(super) fn says_there_are_more(folded: &str) -> bool {
    let text = folded
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .trim_end_matches(|c: char| !c.is_alphanumeric());
    let text = [
        "and ",
        "as well as ",
        "y ",
        "e ",
        "et ",
        "und ",
        "sowie ",
        "plus ",
        "along with ",
    ]
    .iter()
    .find_map(|and| text.strip_prefix(and))
    .unwrap_or(text);
    let text = ["by ", "por ", "par ", "von ", "with "]
        .iter()
        .find_map(|by| text.strip_prefix(by))
        .unwrap_or(text);
    const MORE: &[&str] = &[
        "among others",
        "amongst others",
        "among them",
        "many others",
        "many more",
        "others",
        "other",
        "more",
        "others listed below",
        "several others",
        "dozens more",
        "dozens of others",
        "hundreds more",
        "hundreds of others",
        "partial list",
        "list in formation",
        "partial listing",
        "etc",
        "et al",
        "other groups",
        "other organizations",
        "many other groups",
        "many other organizations",
        "entre otras",
        "entre otros",
        "muchas mas",
        "muchos mas",
        "otras",
        "otros",
        "lista parcial",
        "otras organizaciones",
        "mas",
        "entre autres",
        "bien d'autres",
        "d'autres",
        "beaucoup d'autres",
        "autres",
        "liste partielle",
        "d'autres encore",
        "unter anderem",
        "viele mehr",
        "viele andere",
        "andere",
        "weitere",
        "u.a",
        "u. a",
        "und weitere",
        "viele weitere",
        "auszug",
    ];
    if MORE.contains(&text) {
        return true;
    }
    let mut words = text.split(' ');
    let counts = words.next().is_some_and(|word| {
        word.starts_with(|c: char| c.is_ascii_digit())
            || matches!(
                word,
                "over"
                    | "about"
                    | "some"
                    | "nearly"
                    | "dozens"
                    | "hundreds"
                    | "many"
                    | "several"
                    | "otras"
                    | "otros"
                    | "mas"
                    | "unas"
                    | "plus"
                    | "viele"
                    | "rund"
                    | "another"
                    | "numerous"
            )
    });
    counts
        && text.split(' ').any(|word| {
            matches!(
                word,
                "other"
                    | "others"
                    | "more"
                    | "additional"
                    | "otras"
                    | "otros"
                    | "mas"
                    | "autres"
                    | "weitere"
                    | "andere"
                    | "mehr"
            )
        })
}

word_set! {
    /// The folded name of a large or often named city, of one word; `two_word_city` knows those of two.
    is_city, "madison milwaukee chicago boston seattle portland denver houston dallas austin phoenix tucson albuquerque detroit cleveland cincinnati columbus
    pittsburgh philadelphia baltimore atlanta miami tampa orlando jacksonville nashville memphis louisville indianapolis minneapolis duluth omaha tulsa
    sacramento oakland berkeley fresno irvine davis riverside anaheim honolulu anchorage boise spokane tacoma eugene reno buffalo rochester albany syracuse
    brooklyn manhattan bronx queens newark trenton hartford providence worcester springfield burlington richmond norfolk charlotte raleigh durham greensboro
    charleston savannah birmingham montgomery mobile jackson shreveport knoxville chattanooga lansing flint toledo dayton akron mankato racine kenosha
    london manchester liverpool leeds glasgow edinburgh cardiff belfast dublin paris lyon marseille toulouse nantes strasbourg bordeaux lille grenoble rennes montpellier
    brussels bruxelles geneva geneve lausanne zurich bern basel berlin hamburg munich munchen koln cologne frankfurt stuttgart leipzig dresden bremen hannover
    vienna wien graz salzburg rome roma milan milano turin naples madrid barcelona valencia sevilla zaragoza malaga bilbao granada lisbon porto amsterdam rotterdam utrecht
    oslo stockholm copenhagen helsinki warsaw prague budapest bucharest athens istanbul ankara kyiv tbilisi
    bogota medellin cali lima quito santiago caracas montevideo asuncion guadalajara monterrey tijuana hermosillo merida oaxaca puebla queretaro toluca chihuahua
    toronto montreal ottawa vancouver calgary edmonton winnipeg halifax quebec nairobi lagos accra johannesburg cairo delhi mumbai bangalore dhaka karachi manila jakarta tokyo seoul beijing sydney melbourne brisbane"
}

/// Whether a folded name is that of an often named city of two or three words.
pub(super) fn is_long_city_name(folded: &str) -> bool {
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    #[test]
    fn more_to_come_is_told_from_names() {
        for more in [
            "and many others",
            "among others",
            "and 23 other organizations",
            "(partial list)",
            "y otras",
            "et par d'autres",
            "und viele mehr",
        ] {
            assert!(says_there_are_more(more), "{more}");
        }
        for name in [
            "more light",
            "the other 12%",
            "others unlimited fund",
            "dozens bakery",
        ] {
            assert!(!says_there_are_more(name), "{name}");
        }
    }

    #[test]
    fn headings_that_deny_are_known_in_four_languages() {
        for heading in [
            "did not sign",
            "organizations that have not signed",
            "no firmaron",
            "n'ont pas signe",
            "nicht unterzeichnet",
        ] {
            assert!(denies_signing(heading), "{heading}");
        }
        assert!(!denies_signing("signed"));
    }
}
